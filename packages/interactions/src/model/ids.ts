/** The rank of each id in the order of their texts (UTF-16 code units); undefined where they are in order as they are. */
export function rankIds(ids: readonly string[]): Int32Array | undefined {
  let inOrder = 1;
  while (inOrder < ids.length && ids[inOrder - 1]! < ids[inOrder]!) inOrder++;
  if (inOrder >= ids.length) return undefined;
  const order = Int32Array.from({ length: ids.length }, (_, i) => i);
  order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0));
  const rank = new Int32Array(ids.length);
  for (let r = 0; r < order.length; r++) rank[order[r]!] = r;
  return rank;
}
