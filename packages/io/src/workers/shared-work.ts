import type { JsonValue, SharedWork } from '@synth/core';

/** What a run's {@link SharedWork} is made of, as workers are given it. */
export interface SharedMemory {
  readonly findings?: JsonValue;
  readonly byName: Readonly<Record<string, SharedArrayBuffer>>;
  /** Of each name in turn: parts that are begun, and parts that are made. */
  readonly progress: SharedArrayBuffer;
}

/** Memory of these sizes in bytes. */
export function sharedMemory(bytes: Readonly<Record<string, number>>, findings?: JsonValue): SharedMemory {
  const names = Object.keys(bytes);
  return {
    ...(findings === undefined ? {} : { findings }),
    byName: Object.fromEntries(names.map((name) => [name, new SharedArrayBuffer(bytes[name]!)])),
    progress: new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT * names.length),
  };
}

/** How a thread shares work. */
export interface WorkOptions {
  /**
   * Milliseconds without progress that are waited for parts that other threads have begun. Default: for ever; a thread
   * that dies at its part keeps the others waiting, and they are ended.
   */
  readonly patience?: number;
}

/** Other threads did not come on with their parts. */
export class StalledWork extends Error {}

/**
 * Work on memory that other threads have too.
 *
 * @throws StalledWork from `divide`
 */
export function sharedWork(
  { findings, byName, progress }: SharedMemory,
  { patience = Infinity }: WorkOptions = {},
): SharedWork {
  const counts = new Int32Array(progress);
  const names = Object.keys(byName);
  return {
    findings,
    memory: (name) => byName[name]!,
    divide(name, parts, make) {
      const begun = 2 * names.indexOf(name);
      const made = begun + 1;
      for (;;) {
        const part = Atomics.add(counts, begun, 1);
        if (part >= parts) break;
        make(part);
        Atomics.add(counts, made, 1);
        Atomics.notify(counts, made);
      }
      const load = (): number => Atomics.load(counts, made);
      for (let done = load(); done < parts; done = load()) {
        if (Atomics.wait(counts, made, done, patience) === 'timed-out') throw new StalledWork();
      }
    },
  };
}
