import type { FileHandle } from 'node:fs/promises';

const intervalBytes = 8 << 20;

/** Has the disk write a growing file now and then, beside the work on it, so that little of it is left to the end. */
export class Writeback {
  readonly #handle: Pick<FileHandle, 'datasync'>;
  readonly #interval: number;
  #next: number;
  #running: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(handle: Pick<FileHandle, 'datasync'>, interval = intervalBytes) {
    this.#handle = handle;
    this.#interval = interval;
    this.#next = interval;
  }

  /**
   * The file has grown. One call to the disk is on its way at the most.
   *
   * @throws what an earlier call of the disk threw
   */
  grown(bytes: number): void {
    this.#check();
    if (bytes < this.#next || this.#running !== undefined) return;
    this.#next = bytes + this.#interval;
    this.#running = this.#run();
  }

  /** Until nothing is on its way. */
  async end(): Promise<void> {
    await this.#running;
    this.#check();
  }

  async #run(): Promise<void> {
    try {
      await this.#handle.datasync();
    } catch (error) {
      this.#failure = { error };
    }
    this.#running = undefined;
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
