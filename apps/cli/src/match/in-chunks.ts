/** Ids a request: their text must fit an address. */
const chunkSize = 100;

/** Ids, some at a time. */
export function* inChunks(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += chunkSize) yield ids.slice(at, at + chunkSize);
}
