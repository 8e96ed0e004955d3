import type { Seed } from '@synth/core';
import { defaultSeed, shuffle, streams } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { submatrix } from '@synth/interactions';
import type { Band } from '@synth/interactions/evaluate';
import { withoutEmpty } from '../learnability/without-empty';
import type { FigureName } from '../realism/judged';

/** Figures of a matrix by name; NaN where one cannot be measured. */
export type Figures = Readonly<Record<string, number>>;

const draws = 10;
/** A spread from fewer draws would be mostly luck. */
const fewestDraws = 5;

/**
 * Bands that a reference gives for figures of its own: its value, plus and minus the most by which that figure differs
 * between two halves of the reference, over ten seeded draws of halves. A draw parts users and items at random in two;
 * the halves are the first users with the first items and the second with the second, so that they share neither. No band
 * for a figure that the reference does not have, or its halves seldom.
 *
 * Halves are smaller than the whole, and what is generated at the size of the whole varies less than they do: the bands are
 * wide for small references and narrow for large ones.
 *
 * @param values of the whole reference
 * @param figuresOf measures one half
 */
export function measuredBands(
  reference: InteractionMatrix,
  values: Figures,
  figuresOf: (half: InteractionMatrix) => Figures,
  {
    names,
    seed = defaultSeed,
  }: { readonly names: Readonly<Record<string, FigureName>>; readonly seed?: Seed },
): Band[] {
  const differences: Record<string, number[]> = {};
  for (let draw = 0; draw < draws; draw++) {
    const [first, second] = halvesOf(reference, { seed, draw }).map(figuresOf);
    for (const figure of Object.keys(names)) {
      const difference = Math.abs((first![figure] ?? Number.NaN) - (second![figure] ?? Number.NaN));
      if (Number.isFinite(difference)) (differences[figure] ??= []).push(difference);
    }
  }
  return Object.entries(names).flatMap(([figure, { id }]) => {
    const value = values[figure] ?? Number.NaN;
    const found = differences[figure] ?? [];
    if (!Number.isFinite(value) || found.length < fewestDraws) return [];
    const margin = Math.max(...found);
    return [
      {
        id,
        figure,
        low: value - margin,
        high: value + margin,
        source: `the reference, and how far apart its halves are over ${found.length} draws`,
      },
    ];
  });
}

/** Two halves that share neither users nor items. */
export function halvesOf(
  matrix: InteractionMatrix,
  { seed, draw }: { readonly seed: Seed; readonly draw: number },
): readonly [InteractionMatrix, InteractionMatrix] {
  const streamOf = streams({ seed, dataset: 'verify' });
  const sideOf = (name: string, length: number): Uint8Array =>
    shuffle(
      streamOf.stream(name).at(draw),
      Uint8Array.from({ length }, (_, index) => index % 2),
    );
  const userSides = sideOf('half-users', matrix.rows);
  const itemSides = sideOf('half-items', matrix.cols);
  const half = (side: number): InteractionMatrix =>
    withoutEmpty(
      submatrix(matrix, {
        users: (user) => userSides[user] === side,
        items: (item) => itemSides[item] === side,
      }),
    );
  return [half(0), half(1)];
}
