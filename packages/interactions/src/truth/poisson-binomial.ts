/** Probabilities under this are as good as none beside the relative errors that are promised. */
const negligible = 1e-18;

/**
 * P(N < k) for N a sum of independent indicators, one of `chances[j]` for each j but `skip`: the exact convolution, of
 * which the part is kept that holds all but about 1e-18 of the mass.
 *
 * @param work an array of at least k + 1 numbers
 */
export function probabilityBelow(k: number, chances: Float64Array, skip: number, work: Float64Array): number {
  // work[m] = P(m so far), for low <= m <= high; what passes k - 1 never comes back.
  let low = 0;
  let high = 0;
  work[0] = 1;
  for (let j = 0; j < chances.length; j++) {
    const chance = chances[j]!;
    if (j === skip || chance === 0) continue;
    const not = 1 - chance;
    if (high < k - 1) work[++high] = 0;
    for (let m = high; m > low; m--) work[m] = work[m]! * not + work[m - 1]! * chance;
    work[low] = work[low]! * not;
    while (low < high && work[low]! < negligible) low++;
    while (high > low && work[high]! < negligible) high--;
  }
  let sum = 0;
  for (let m = low; m <= high; m++) sum += work[m]!;
  return sum;
}
