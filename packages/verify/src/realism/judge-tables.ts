import type { Band } from '@synth/interactions/evaluate';
import type { TableFindings } from '../tables/table-findings';
import type { Judged } from './judged';
import { judge } from './judged';
import { tableNames } from './table-names';

/** Two ways to say that positions are looked at as they should: one in band is enough (T18). */
const eitherOf = ['examError', 'examEta'];

/** Slopes: in band where 0 cannot be told from them. */
const byInterval = new Set(['clickToBuySlope']);

/** Holds what tables showed against bands. */
export function judgeTables(findings: readonly TableFindings[], held: readonly Band[]): Judged[] {
  const figures = Object.assign({}, ...findings.map((one) => one.figures)) as Record<string, number>;
  const errors = Object.assign({}, ...findings.map((one) => one.errors)) as Record<string, number>;
  const unbanded = findings.flatMap((one) => one.unbanded ?? []);
  const bands = held.filter(({ figure }) => !unbanded.includes(figure));
  const judged = judge(figures, tableNames, bands, { errors }).map((one) =>
    byInterval.has(one.figure) ? heldByInterval(one) : one,
  );
  const either = judged.filter(({ figure }) => eitherOf.includes(figure));
  return either.some(({ verdict }) => verdict === 'in')
    ? judged.map((one) =>
        one.verdict === 'out' && eitherOf.includes(one.figure)
          ? { ...one, low: null, high: null, source: null, verdict: 'unjudged' }
          : one,
      )
    : judged;
}

function heldByInterval(one: Judged): Judged {
  const { interval, low, high, verdict } = one;
  if (verdict !== 'in' && verdict !== 'out') return one;
  if (interval === undefined || low === null || high === null) return one;
  return { ...one, verdict: interval.low <= high && interval.high >= low ? 'in' : 'out' };
}
