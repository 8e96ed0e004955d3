/** The buffer that rows are written into, seen in two ways. */
export interface Page {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/** An uninitialised page with a buffer of its own. */
export const newPage = (capacity: number): Page => pageOf(Buffer.allocUnsafeSlow(capacity).buffer);

/** A page on a whole buffer. */
export const pageOf = (buffer: ArrayBuffer): Page => ({
  bytes: Buffer.from(buffer),
  view: new DataView(buffer),
});
