/** The buffer that rows are written into, seen in two ways. */
export interface Page {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/** A page with a buffer of its own, which threads can share: see {@link sharedBytes} in workers/shared-bytes.ts. */
export const newPage = (capacity: number): Page => pageOf(new SharedArrayBuffer(capacity));

/** A page on a whole buffer. */
export const pageOf = (buffer: ArrayBufferLike): Page => ({
  bytes: Buffer.from(buffer),
  view: new DataView(buffer),
});
