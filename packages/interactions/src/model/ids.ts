/** The rank of each id in the order of their texts (UTF-16 code units). */
export function rankIds(ids: readonly string[]): Int32Array {
  const order = Int32Array.from(ids.keys());
  // Invented ids are in order as they are.
  if (ids.every((id, i) => i === 0 || ids[i - 1]! < id)) return order;
  order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0));
  const rank = new Int32Array(ids.length);
  for (let r = 0; r < order.length; r++) rank[order[r]!] = r;
  return rank;
}
