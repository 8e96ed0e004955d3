/** The buffer that rows are written into, seen in two ways. */
export interface Page {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/** An uninitialised page with a buffer of its own. */
export function newPage(capacity: number): Page {
  const bytes = Buffer.allocUnsafeSlow(capacity);
  return { bytes, view: new DataView(bytes.buffer) };
}
