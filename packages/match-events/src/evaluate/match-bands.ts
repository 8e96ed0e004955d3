import type { MatchOptions } from '../config/schema';

/** A figure and the interval that real data puts it in. */
export interface MatchBand {
  /** The target or test: T28 and T29 are about shape, P15 and P16 about what can be learnt. */
  readonly id: string;
  readonly figure: string;
  readonly title: string;
  /** Inclusive. */
  readonly low: number;
  /** Inclusive. */
  readonly high: number;
  /** What the interval rests on. */
  readonly source: string;
}

const dating = 'speed dating, 8,378 decisions (own computation on the public file)';

const band = (
  id: string,
  figure: string,
  title: string,
  [low, high]: readonly [number, number],
  source: string,
): MatchBand => ({ id, figure, title, low, high, source });

/**
 * What `dating-like` events are held to, at the size of the data that they follow: 551 people, about 15 meetings each,
 * of which both decisions are events.
 *
 * @example
 * ```ts
 * matchBands.map(({ id }) => id).includes('T29'); // => true
 * ```
 */
export const matchBands: readonly MatchBand[] = [
  band('T28', 'yesA', 'yes of the choosier half', [0.33, 0.4], `women 36.5%: ${dating}`),
  band('T28', 'yesB', 'yes of the other half', [0.44, 0.51], `men 47.4%: ${dating}`),
  band('T28', 'match', 'meetings where both say yes', [0.14, 0.19], `16.5%: ${dating}`),
  band('T28', 'phi', 'correlation of both decisions', [-0.08, 0.08], `-.036: ${dating}`),
  band('T29', 'rhoGiving', 'overdispersion of giving', [0.17, 0.24], `.194 and .216: ${dating}`),
  band('T29', 'rhoReceiving', 'overdispersion of receiving', [0.13, 0.19], `.165 and .161: ${dating}`),
  band('T29', 'giveReceive', 'correlation of giving and receiving', [-0.4, -0.1], `-.26: ${dating}`),
  band('T29', 'profileAuc', 'AUC of the profiles alone', [0.52, 0.6], `.554: ${dating}`),
  band('T29', 'historyAuc', 'AUC of giver and receiver', [0.77, 0.83], `.805: ${dating}`),
  band('P15', 'historyGain', 'AUC that they add to profiles', [0.15, 0.5], `.554 to .807: ${dating}`),
  band(
    'P16',
    'reciprocalGain',
    'top-10 success, reciprocal by one-sided',
    [1.3, 2],
    'RECON 23% to 42%, 1.83x (Pizzato et al., RecSys 2010)',
  ),
];

/** The setting at which the bands hold. */
export const matchBandSetting = {
  users: 551,
  groups: 0,
  regions: 1,
  travelDays: 14,
  matchType: 'solo',
  directions: 'both',
  outcome: 'dating-like',
  count: 8378,
} as const satisfies MatchOptions;
