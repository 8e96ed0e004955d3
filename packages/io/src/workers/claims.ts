/**
 * Numbers that threads take from one counter: each number goes to one thread, the least first. Whoever is ready takes the
 * next, so that nobody waits to be given one, and no number waits for a thread that is still starting.
 */
export class Claims {
  /** What other threads make their claims with. */
  readonly memory: SharedArrayBuffer;
  readonly #next: Int32Array;
  readonly #end: number;

  /**
   * @param end beyond the last number
   * @param from the first number, or the memory of a counter that other threads have
   */
  constructor(end: number, from: number | SharedArrayBuffer) {
    this.memory = typeof from === 'number' ? new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) : from;
    this.#next = new Int32Array(this.memory);
    this.#end = end;
    if (typeof from === 'number') this.#next[0] = from;
  }

  /** Whether no number is left. */
  get isOver(): boolean {
    return Atomics.load(this.#next, 0) >= this.#end;
  }

  /** The next number; undefined where none is left. */
  take(): number | undefined {
    const number = Atomics.add(this.#next, 0, 1);
    return number < this.#end ? number : undefined;
  }

  /** Nobody gets a number any more. */
  close(): void {
    Atomics.store(this.#next, 0, this.#end);
  }
}
