/**
 * Bytes that another thread may have: as they are where they lie in shared memory, else a copy there. Nothing is
 * transferred between threads, because engines give up code as soon as a buffer is detached: V8 compiles all loops over
 * typed arrays once more, slower, in a thread that has ever let go of one.
 */
export function sharedBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
