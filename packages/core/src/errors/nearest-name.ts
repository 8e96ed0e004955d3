/** Edit distance with adjacent transpositions (optimal string alignment), O(|a| |b|). */
function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const cells = new Uint16Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i++) cells[i * width] = i;
  for (let j = 0; j <= b.length; j++) cells[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j;
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(cells[at - width]! + 1, cells[at - 1]! + 1, cells[at - width - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, cells[at - 2 * width - 2]! + 1);
      }
      cells[at] = best;
    }
  }
  return cells[cells.length - 1]!;
}

const folded = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * The candidate that `word` was most likely meant to be, or undefined when none is near: at most two edits, and at
 * most 40 % of the longer name. Case, hyphens and underscores do not count.
 *
 * @example
 * ```ts
 * nearestName('userz', ['users', 'items']); // => 'users'
 * nearestName('colour', ['users', 'items']); // => undefined
 * ```
 */
export function nearestName(word: string, candidates: Iterable<string>): string | undefined {
  const target = folded(word);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const name = folded(candidate);
    const distance = editDistance(target, name);
    const limit = Math.min(2, Math.floor(Math.max(target.length, name.length) * 0.4));
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
