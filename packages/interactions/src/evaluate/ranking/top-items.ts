/**
 * The n best items, best first: by score, equal scores by the lower `ties`. Items at -infinity are left out, so there
 * may be fewer.
 */
export function topItems(scores: Float64Array, ties: Int32Array, n: number): Int32Array {
  const best = new Int32Array(Math.min(n, scores.length));
  let size = 0;
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item]!;
    if (score === Number.NEGATIVE_INFINITY) continue;
    if (size === best.length) {
      if (size === 0) break;
      const last = best[size - 1]!;
      if (score < scores[last]! || (score === scores[last]! && ties[item]! > ties[last]!)) continue;
      size--;
    }
    let at = size++;
    while (at > 0) {
      const above = best[at - 1]!;
      if (scores[above]! > score || (scores[above]! === score && ties[above]! < ties[item]!)) break;
      best[at] = above;
      at--;
    }
    best[at] = item;
  }
  return best.subarray(0, size);
}
