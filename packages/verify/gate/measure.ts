import { fileURLToPath } from 'node:url';
import type { Row } from '@synth/core';
import { streams } from '@synth/core';
import type { GeneratorOptions, InteractionMatrix } from '@synth/interactions';
import { interactions, matrixFromIndices } from '@synth/interactions';
import { degreePreservingShuffle } from '@synth/interactions/evaluate';
import { readRows } from '@synth/io/read';
import type { VerifyReport } from '../src/index';
import { verifyMatrix, verifySource } from '../src/index';
import { plantedTruth } from '../src/source/planted-truth';
import type { FrozenPreset } from './frozen-targets';

/** Figures by name; null where one could not be measured. */
export type Figures = Readonly<Record<string, number | null>>;

const figuresOf = ({ realism, learnability }: VerifyReport): Figures =>
  Object.fromEntries([...realism, ...learnability].map(({ figure, value }) => [figure, value]));

async function songs(): Promise<Row[]> {
  const path = fileURLToPath(new URL('../../../data/songs-234.csv', import.meta.url));
  const rows: Row[] = [];
  for await (const { row } of readRows(path)) rows.push(row);
  return rows;
}

/** Makes the data of one preset and seed, and verifies it as a run of it would be. */
export async function measurePreset(one: FrozenPreset, seed: number): Promise<Figures> {
  const options: GeneratorOptions = {
    preset: one.preset,
    seed,
    ...(one.songs ? { items: await songs() } : {}),
  };
  const data = interactions(options);
  const matrix = data.matrix();
  const groups = data.tables
    .find(({ name }) => name === 'truth_items')
    ?.columns.find(({ name }) => name === 'group')?.values;
  const truth = plantedTruth(matrix, [...data.rows('truth_users')], [...data.rows('truth_items')], groups);
  return figuresOf(
    verifySource(
      {
        name: one.name,
        kind: 'memory',
        preset: one.preset,
        matrix,
        rows: matrix.indices.length,
        checks: [],
        ...(matrix.data === undefined ? {} : { plays: matrix.data }),
        ...(truth === undefined ? {} : { truth }),
      },
      { seed, quick: !one.thorough, models: ['two-tower', 'two-tower without log q'] },
    ),
  );
}

/** Data that teaches nothing, at the size of MovieLens-100K, and the reason for which it has to fail. */
export const hopeless: Readonly<
  Record<string, { code: string; matrix: (seed: number) => InteractionMatrix }>
> = {
  uniform: {
    code: 'FLAT_POPULARITY',
    matrix: (seed) => {
      const rng = streams({ seed, dataset: 'uniform' }).stream('cells').at(0);
      const [rows, cols] = [943, 1682];
      const cells = Array.from({ length: 100_000 }, () => Math.floor(rng.nextF64() * rows * cols));
      return matrixFromIndices({
        rows,
        cols,
        userIndices: cells.map((cell) => Math.floor(cell / cols)),
        itemIndices: cells.map((cell) => cell % cols),
      });
    },
  },
  shuffled: {
    code: 'NO_TASTE',
    matrix: (seed) =>
      degreePreservingShuffle(interactions({ preset: 'movielens-like', seed }).matrix(), { seed }),
  },
  'of a single cluster': {
    code: 'NO_TASTE',
    matrix: (seed) => interactions({ preset: 'movielens-like', genres: 1, seed }).matrix(),
  },
  'of the same user again and again': {
    code: 'SAME_USERS',
    matrix: (seed) => {
      const { indices, indptr, cols } = interactions({ preset: 'movielens-like', seed }).matrix();
      const own = indices.slice(0, indptr[1]);
      return matrixFromIndices({
        rows: 943,
        cols,
        userIndices: Array.from({ length: 943 * own.length }, (_, k) => Math.floor(k / own.length)),
        itemIndices: Array.from({ length: 943 * own.length }, (_, k) => own[k % own.length]!),
      });
    },
  },
};

/** The first reason why hopeless data fails under the bands of movielens-like; null where it passes. */
export function measureHopeless(name: string, seed: number): string | null {
  const report = verifyMatrix(hopeless[name]!.matrix(seed), { preset: 'movielens-like', quick: true, seed });
  return report.verdict.reasons[0]?.code ?? null;
}
