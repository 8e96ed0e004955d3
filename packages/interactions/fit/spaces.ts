import type { GeneratorOptions } from '../src/index';
import { bands, type Band } from '../src/evaluate/index';

/** What may move of a preset, and what it is held to. */
export interface Space {
  readonly start: Readonly<Record<string, number>>;
  /** Standard deviation of a first step, by parameter. */
  readonly step: Readonly<Record<string, number>>;
  readonly lowest: Readonly<Record<string, number>>;
  readonly highest: Readonly<Record<string, number>>;
  readonly targets: readonly Band[];
  options(parameters: Readonly<Record<string, number>>): GeneratorOptions;
}

const film = bands['movielens-like']!;

/** Margins of the film preset, which the negative control shares. */
const margins = film.filter(({ id }) => ['T01', 'T02', 'T03', 'T04', 'T06', 'T07'].includes(id));

export const spaces: Readonly<Record<string, Space>> = {
  'movielens-like': {
    start: {
      below: 2.84,
      above: 2.05,
      coldShare: 0.0681,
      mix: 0.897,
      concentration: 0.124,
      scale: 30.6,
      sigma: 1.45,
    },
    step: {
      below: 0.1,
      above: 0.05,
      coldShare: 0.01,
      mix: 0.01,
      concentration: 0.008,
      scale: 1,
      sigma: 0.03,
    },
    lowest: {
      below: 1,
      above: 1,
      coldShare: 0,
      mix: 0,
      concentration: 0.02,
      scale: 10,
      sigma: 0.5,
    },
    highest: {
      below: 4,
      above: 4,
      coldShare: 0.4,
      mix: 1,
      concentration: 2,
      scale: 80,
      sigma: 2.5,
    },
    targets: film.filter(({ id }) => id !== 'P04'),
    options: ({ below, above, coldShare, mix, concentration, scale, sigma }) => ({
      preset: 'movielens-like',
      popularity: { kind: 'split-lognormal', below: below!, above: above!, coldShare: coldShare! },
      taste: { kind: 'mixture', mix: mix!, concentration: concentration! },
      activity: { kind: 'shifted-lognormal', shift: 18.7, scale: scale!, sigma: sigma! },
    }),
  },
  'music-streaming-like': {
    start: { alpha: 1.8, mix: 0.85, concentration: 0.2, genreSkew: 1 },
    step: { alpha: 0.02, mix: 0.03, concentration: 0.03, genreSkew: 0.1 },
    lowest: { alpha: 1.3, mix: 0, concentration: 0.02, genreSkew: 0 },
    highest: { alpha: 2.5, mix: 1, concentration: 2, genreSkew: 2 },
    targets: bands['music-streaming-like']!,
    options: ({ alpha, mix, concentration, genreSkew }) => ({
      preset: 'music-streaming-like',
      popularity: { kind: 'pareto', alpha: alpha!, max: 6500 },
      taste: { kind: 'mixture', mix: mix!, concentration: concentration! },
      genreSkew: genreSkew!,
    }),
  },
  'weak-signal': {
    start: { below: 2.5, above: 1.5, coldShare: 0.1, mix: 0.2, concentration: 0.3 },
    step: { below: 0.2, above: 0.1, coldShare: 0.02, mix: 0.03, concentration: 0.05 },
    lowest: { below: 1, above: 1, coldShare: 0, mix: 0.05, concentration: 0.05 },
    highest: { below: 4, above: 4, coldShare: 0.4, mix: 1, concentration: 2 },
    targets: [...margins, ...bands['weak-signal']!],
    options: ({ below, above, coldShare, mix, concentration }) => ({
      preset: 'weak-signal',
      popularity: { kind: 'split-lognormal', below: below!, above: above!, coldShare: coldShare! },
      taste: { kind: 'mixture', mix: mix!, concentration: concentration! },
    }),
  },
};
