/** The numbers as base64 of their little-endian bytes: a third of their JSON, and the same bits back. */
export function float32ToBase64(vector: Float32Array): string {
  const bytes = new Uint8Array(vector.length * 4);
  const view = new DataView(bytes.buffer);
  vector.forEach((value, i) => view.setFloat32(i * 4, value, true));
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(binary);
}

/** The numbers of {@link float32ToBase64}. */
export function base64ToFloat32(text: string): Float32Array {
  const binary = atob(text);
  const view = new DataView(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)).buffer);
  return Float32Array.from({ length: binary.length >> 2 }, (_, i) => view.getFloat32(i * 4, true));
}
