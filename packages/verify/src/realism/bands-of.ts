import { nearestName, SynthError } from '@synth/core';
import type { Band } from '@synth/interactions/evaluate';
import { bands } from '@synth/interactions/evaluate';
import type { VerifyErrorCode } from '../errors';
import { tablePresets } from './table-bands';

/** What holds for any data that a recommender shall learn from, whatever it is like. */
const general: readonly Band[] = [
  {
    id: 'T02',
    figure: 'itemGini',
    low: 0.37,
    high: 0.96,
    source: 'Amazon Automotive .378 to MovieLens-latest .953',
  },
  { id: 'P01', figure: 'lift', low: 1.1, high: 18, source: 'HetRec-MovieLens 1.23 to Amazon-book 18' },
  { id: 'P02', figure: 'nullLift', low: 0, high: 1, source: 'shuffled MovieLens-100K .83, Last.fm-2K .90' },
  {
    id: 'P02',
    figure: 'ratio',
    low: 0,
    high: 0.7,
    source: 'shuffled MovieLens-100K .49, Last.fm-2K .33 of P01',
  },
];

const own = 'own requirement of planted tastes';

const plays = 'Last.fm-2K';

/**
 * Stars, where there are any (T09, T10), plays (T11), what two-tower models do on MovieLens-100K (P05), and what has to
 * be found again of planted tastes (P06, P07): the tests are this package's, and so are their bands.
 */
const ownTests: Readonly<Record<string, readonly Band[]>> = {
  'movielens-like': [
    { id: 'T09', figure: 'ratingDistance', low: 0, high: 0.05, source: 'the stars of MovieLens-100K' },
    {
      id: 'T09',
      figure: 'userMeanSd',
      low: 0.38,
      high: 0.51,
      source: 'MovieLens-100K .445 (own computation)',
    },
    {
      id: 'T09',
      figure: 'itemMeanSd',
      low: 0.45,
      high: 0.61,
      source: 'MovieLens-100K .533 (own computation)',
    },
    {
      id: 'T10',
      figure: 'popularityQuality',
      low: 0.35,
      high: 0.6,
      source: 'MovieLens-100K .51 (own computation)',
    },
    {
      id: 'P05',
      figure: 'twoTowerLogQ',
      low: 1.3,
      high: 2.6,
      source: 'best models on MovieLens: EASE 1.97 (100K) to 2.59 (20M)',
    },
    { id: 'P05', figure: 'twoTower', low: 0, high: 1, source: 'MovieLens-100K .35 (own computation)' },
    { id: 'P06', figure: 'itemCommunities', low: 0.5, high: 1, source: own },
    { id: 'P06', figure: 'userCommunities', low: 0.5, high: 1, source: own },
    {
      id: 'P06',
      figure: 'nullItemCommunities',
      low: -0.05,
      high: 0.05,
      source: 'without taste: chance is 0',
    },
    {
      id: 'P06',
      figure: 'nullUserCommunities',
      low: -0.05,
      high: 0.05,
      source: 'without taste: chance is 0',
    },
    {
      id: 'P07',
      figure: 'coldItemKnn',
      low: 0,
      high: 0,
      source: 'nothing is known of an item without users',
    },
    {
      id: 'P07',
      figure: 'coldContentLift',
      low: 2,
      high: 1000,
      source: 'own requirement: twice chance or more',
    },
  ],
  'music-streaming-like': [
    { id: 'T11', figure: 'playsSigma', low: 1.3, high: 1.7, source: `${plays} 1.53 (own computation)` },
    { id: 'T11', figure: 'topItemShare', low: 0.09, high: 0.18, source: `${plays} 12.9% (own computation)` },
    { id: 'T11', figure: 'topFiveShare', low: 0.3, high: 0.45, source: `${plays} 36.9% (own computation)` },
  ],
};

/**
 * The names of the presets that there are bands for.
 *
 * @example
 * ```ts
 * bandNames.includes('movielens-like'); // => true
 * ```
 */
export const bandNames: readonly string[] = [...Object.keys(bands), ...Object.keys(tablePresets)];

/**
 * The bands of a preset, or those that hold for any data.
 *
 * @throws SynthError `PRESET_UNKNOWN`
 */
export function bandsOf(preset: string | undefined): readonly Band[] {
  if (preset === undefined) return general;
  const held = bands[preset];
  if (held !== undefined) return [...held, ...(ownTests[preset] ?? [])];
  if (Object.hasOwn(tablePresets, preset)) return tablePresets[preset]!;
  const near = nearestName(preset, bandNames);
  throw new SynthError<VerifyErrorCode>({
    code: 'PRESET_UNKNOWN',
    message: `there are no bands called ${preset}${near === undefined ? '' : `: did you mean ${near}?`}`,
    field: 'preset',
    value: preset,
    allowed: bandNames.join(', '),
  });
}
