import { readFileSync } from 'node:fs';
import type { Row } from '@synth/core';
import { liftOverPopularity } from '../src/evaluate/index';
import { interactions } from '../src/index';
import { cfViability } from '../src/viability/cf-viability';
import type { Figures } from './measure';

/** The example catalogue as rows: plain cells, no quotes. */
function songs(): Row[] {
  const [head, ...lines] = readFileSync(new URL('../../../data/songs-234.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(cells.map((cell, i) => [head![i]!, cell])));
}

const items = songs();

/** The headline figures of the example catalogue under a preset. */
export function measureSongs(preset: 'reference' | 'standard', seed: number): Figures {
  const matrix = interactions({ items, preset, seed }).matrix();
  const viability = cfViability(matrix);
  const learned = liftOverPopularity(matrix, { seed });
  return {
    rows: matrix.indices.length,
    ...viability,
    'P01 lift': learned.lift,
    'P02 null lift': learned.nullLift,
    'P02 ratio': learned.ratio,
  } as unknown as Figures;
}
