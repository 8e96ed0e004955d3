/** A small key-value store, handed in by whoever has one: files are `@synth/io/file-store`. */
export interface Store {
  get(key: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all: a reader never sees half a value. */
  set(key: string, value: Uint8Array): Promise<void>;
  delete(key: string): Promise<void>;
  /** The keys that start with `prefix`, in no order that may be relied on. */
  list(prefix?: string): AsyncIterable<string>;
}
