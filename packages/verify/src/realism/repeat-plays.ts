import { lognormalFit } from '@synth/interactions/evaluate';
import type { InteractionMatrix } from '@synth/interactions';

/**
 * How plays are spread (T11): standard deviation of ln plays over pairs, and of the median user the share of plays on
 * their own top item and top five.
 *
 * @param plays parallel to `matrix.indices`
 */
export function repeatPlays(matrix: InteractionMatrix, plays: Float32Array): Record<string, number> {
  const top: number[] = [];
  const topFive: number[] = [];
  for (let user = 0; user < matrix.rows; user++) {
    const own = plays
      .slice(matrix.indptr[user]!, matrix.indptr[user + 1]!)
      .sort()
      .reverse();
    const sum = own.reduce((total, one) => total + one, 0);
    if (sum === 0) continue;
    top.push(own[0]! / sum);
    topFive.push(own.subarray(0, 5).reduce((total, one) => total + one, 0) / sum);
  }
  return { playsSigma: lognormalFit(plays).sigma, topItemShare: median(top), topFiveShare: median(topFive) };
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length / 2;
  return (values[Math.ceil(middle) - 1]! + values[Math.floor(middle)]!) / 2;
}
