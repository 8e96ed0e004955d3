import { dirichlet, streams } from '@synth/core';
import type { Rng } from '@synth/core';
import { tasteShares } from './taste-shares';

const draws = 60_000;

/** The first group's share in many draws, ascending. */
function firstShares(
  draw: (rng: Rng, out: Float64Array) => void,
  groups: number,
  seed = 'shares',
): Float64Array {
  const stream = streams({ seed, dataset: 'test' }).stream('tastes');
  const out = new Float64Array(groups);
  let farthest = 0;
  const shares = Float64Array.from({ length: draws }, (_, i) => {
    draw(stream.at(i), out);
    const sum = out.reduce((sum, share) => sum + share, 0);
    farthest = Math.max(farthest, Math.abs(sum - 1));
    return out[0]!;
  });
  expect(farthest).toBeLessThan(1e-12);
  return shares.sort();
}

/** The greatest distance that two distribution functions of so many draws have in one of a thousand tests. */
const critical = (samples: number): number => 1.95 * Math.sqrt(samples / draws);

it('two groups of concentration 1/2 follow the arcsine law', () => {
  const shares = firstShares(tasteShares(0.5, 2), 2);
  let distance = 0;
  shares.forEach((share, i) => {
    const below = (2 / Math.PI) * Math.asin(Math.sqrt(share));
    distance = Math.max(distance, Math.abs(below - i / draws), Math.abs(below - (i + 1) / draws));
  });
  expect(distance).toBeLessThan(critical(1));
});

it.each([
  [0.02, 20],
  [0.128, 16],
  [0.307, 16],
  [0.99, 5],
])(
  'shares of concentration %d in %i groups are those of the Dirichlet distribution',
  (concentration, groups) => {
    const own = firstShares(tasteShares(concentration, groups), groups);
    const exact = dirichlet({ alpha: new Array<number>(groups).fill(concentration) });
    const theirs = firstShares((rng, out) => void exact.fill(rng, out), groups, 'others');
    let distance = 0;
    for (let i = 0, j = 0; i < draws && j < draws;) {
      const share = Math.min(own[i]!, theirs[j]!);
      while (i < draws && own[i]! <= share) i++;
      while (j < draws && theirs[j]! <= share) j++;
      distance = Math.max(distance, Math.abs(i - j) / draws);
    }
    expect(distance).toBeLessThan(critical(2));
    const mean = own.reduce((sum, share) => sum + share, 0) / draws;
    const variance = own.reduce((sum, share) => sum + (share - 1 / groups) ** 2, 0) / draws;
    const expected = ((1 / groups) * (1 - 1 / groups)) / (groups * concentration + 1);
    expect(Math.abs(mean - 1 / groups)).toBeLessThan(4 * Math.sqrt(expected / draws));
    // A share is within [0, 1]: its square has a variance of at most a fourth, and here far less.
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.03);
  },
);

it.each([0.001, 1, 30])(
  'what the table is not made for, the Dirichlet distribution draws: %d',
  (concentration) => {
    const exact = dirichlet({ alpha: [concentration, concentration, concentration] });
    const own = tasteShares(concentration, 3);
    const stream = streams({ seed: 1, dataset: 'test' }).stream('tastes');
    const out = new Float64Array(3);
    own(stream.at(7), out);
    expect(out).toEqual(exact.draw(stream.at(7)));
  },
);
