import { readFileSync } from 'node:fs';
import type { Row } from '@synth/core';
import { liftOverPopularity } from '../src/evaluate/index';
import { interactions } from '../src/index';
import { cfViability } from '../src/viability/cf-viability';
import type { Figures } from './measure';

/** The example catalogue as rows: plain cells, no quotes. */
export function songs(): Row[] {
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
    'items with >= 2 users': viability.itemsWithUsers['2+'],
    'items with >= 3 users': viability.itemsWithUsers['3+'],
    'item-item cosines over 0': viability.itemCosineDensity.share,
    'users sharing an item': viability.usersSharingAnItem,
    'P01, ItemKNN over popularity': learned.lift,
    'P02, the same on the shuffled copy': learned.nullLift,
    'P02 by P01': learned.ratio,
  };
}
