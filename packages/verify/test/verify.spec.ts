import { streams } from '@synth/core';
import { interactions, matrixFromIndices } from '@synth/interactions';
import { degreePreservingShuffle } from '@synth/interactions/evaluate';
import type { InteractionMatrix } from '@synth/interactions';
import { verify, verifyMatrix } from '../src/index';
import { writeRun } from './write-run';

const options = {
  users: 150,
  items: 120,
  maxUserInteractions: 40,
  popularity: { kind: 'score', exponent: 5, noise: 0.3 },
  seed: 'learn',
} as const;
const learnable = () =>
  interactions({ ...options, genres: 4, taste: { kind: 'favourite', boost: 20 } }).matrix();

const codes = (matrix: InteractionMatrix, preset?: string) =>
  verifyMatrix(matrix, { quick: true, ...(preset === undefined ? {} : { preset }) }).verdict.reasons.map(
    ({ code }) => code,
  );

function matrixOf(
  rows: number,
  cols: number,
  pairs: readonly (readonly [number, number])[],
): InteractionMatrix {
  return matrixFromIndices({
    rows,
    cols,
    userIndices: pairs.map(([user]) => user),
    itemIndices: pairs.map(([, item]) => item),
  });
}

/** Every number in a report, wherever it stands. */
function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

it('tells each step before it is done', () => {
  const steps: string[] = [];
  verifyMatrix(learnable(), { quick: true, onStep: (step) => steps.push(step) });
  expect([...new Set(steps)]).toEqual([
    'whether it can teach at all',
    'its shape',
    'a shuffled copy',
    'TopPop on a random holdout',
    'ItemKNN on a random holdout',
    'TopPop on the shuffled copy',
    'ItemKNN on the shuffled copy',
  ]);
});

describe('the verdict', () => {
  it('passes data that has tastes, with a sentence that says how much', () => {
    const { verdict } = verifyMatrix(learnable(), { quick: true });
    expect(verdict).toMatchObject({ ok: true, reasons: [] });
    expect(verdict.sentence).toMatch(
      /^A recommender can learn from this data: ItemKNN reaches 1\.\d+x popularity, on a shuffled copy 0?\.\d+x\.$/,
    );
  });

  it('fails uniform data: no long tail', () => {
    const rng = streams({ seed: 1, dataset: 'test' }).stream('uniform').at(0);
    const cells = Array.from({ length: 2000 }, (_, k) => [k % 100, Math.floor(rng.nextF64() * 80)] as const);
    expect(codes(matrixOf(100, 80, cells))[0]).toBe('FLAT_POPULARITY');
  });

  it('fails a shuffled copy: popularity and nothing else', () => {
    expect(codes(degreePreservingShuffle(learnable(), { seed: 2 }))).toEqual(['NO_TASTE']);
  });

  it('fails data of one taste: popularity and nothing else', () => {
    const single = interactions({ ...options, genres: 1 });
    expect(codes(single.matrix())).toEqual(['NO_TASTE']);
  });

  it('fails users who are all the same', () => {
    const cells = Array.from({ length: 400 }, (_, k) => [Math.floor(k / 20), k % 20] as const);
    expect(codes(matrixOf(20, 20, cells))).toEqual(['SAME_USERS']);
  });

  it.each<[string, InteractionMatrix]>([
    [
      'NO_OVERLAP',
      matrixOf(1, 4, [
        [0, 0],
        [0, 1],
        [0, 3],
      ]),
    ],
    [
      'NO_OVERLAP',
      matrixOf(3, 3, [
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ],
    [
      'TOO_SMALL',
      matrixOf(3, 3, [
        [0, 0],
        [1, 0],
        [2, 2],
      ]),
    ],
  ])('fails with %s, without a NaN', (code, matrix) => {
    const report = verifyMatrix(matrix);
    expect(report.verdict.reasons[0]?.code).toBe(code);
    expect(numbers(report).every(Number.isFinite)).toBe(true);
  });

  it('takes weak signal as intended where that was planted', () => {
    const weak = interactions({ ...options, genres: 1 }).matrix();
    const report = verifyMatrix(weak, { preset: 'weak-signal', quick: true });
    expect(report.verdict.sentence).toMatch(/^As intended, tastes are too faint/);
  });

  it('knows the nearest preset', () => {
    expect(() => verifyMatrix(learnable(), { preset: 'movielens' })).toThrow(
      expect.objectContaining({ code: 'PRESET_UNKNOWN' }),
    );
  });
});

it('judges a run by the preset that it was made with, with its truth as oracle', async () => {
  const dir = await writeRun({ users: 80, items: 60, seed: 5 });
  const a = await verify(dir);
  expect(a.preset).toBe('standard');
  expect(a.holdouts.map(({ name }) => name)).toEqual(['random', 'last out']);
  expect(a.holdouts[0]!.scores.map(({ name }) => name)).toEqual([
    ...[
      'TopPop',
      'ItemKNN',
      'UserKNN',
      'EASE',
      'iALS',
      'BPR',
      'two-tower',
      'two-tower without log q',
      'Oracle',
    ],
  ]);
  const [pop, knn, ...others] = a.holdouts[0]!.scores;
  const oracle = others.at(-1);
  expect(oracle!.ndcg!).toBeGreaterThan(Math.max(pop!.ndcg!, knn!.ndcg!));
  expect(numbers(a).every(Number.isFinite)).toBe(true);
});
