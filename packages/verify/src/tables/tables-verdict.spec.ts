import type { Judged } from '../realism/judged';
import { tablesVerdict } from './tables-verdict';

const figure = (verdict: Judged['verdict'], more: Partial<Judged> = {}): Judged => ({
  id: 'T22',
  figure: verdict,
  title: verdict,
  value: verdict === 'unmeasured' ? null : 3,
  low: verdict === 'unjudged' ? null : 1,
  high: verdict === 'unjudged' ? null : 2,
  source: 'here',
  verdict,
  ...more,
});

const many = (inBand: number, out: number): Judged[] => [
  ...Array.from({ length: inBand }, () => figure('in')),
  ...Array.from({ length: out }, () => figure('out')),
];

it('passes what is whole and in band', () => {
  expect(tablesVerdict([], [figure('in'), figure('unjudged'), figure('unmeasured')])).toEqual({
    ok: true,
    sentence: 'These tables look like real ones: 1 of 1 figures are in band.',
    reasons: [],
  });
  expect(tablesVerdict([], [figure('unjudged')]).sentence).toBe(
    'These tables are whole; there are no bands for what was measured.',
  );
});

it('wants 85% of the figures in band', () => {
  const ok = (inBand: number, out: number) => tablesVerdict([], many(inBand, out)).ok;
  expect([ok(17, 3), ok(16, 3), ok(2, 1)]).toEqual([true, false, false]);
});

it('says what is broken first, then what is out of band, a slope by its interval', () => {
  const checks = [{ name: 'reviews: stars', status: 'fail', detail: '2 are no numbers' }] as const;
  const slope = figure('out', {
    title: 'slope',
    low: 0,
    high: 0,
    interval: { low: 0.01, high: 0.03 },
  });
  const { ok, sentence, reasons } = tablesVerdict(checks, [slope, figure('out')]);
  expect(ok).toBe(false);
  expect(sentence).toBe('This data is not whole: reviews: stars: 2 are no numbers.');
  expect(reasons[1]).toEqual({
    code: 'SHAPE_OUT_OF_BAND',
    text: '0 of 2 figures of shape are in band: slope 0.01 to 0.03, without 0; out 3, not 1 to 2',
  });
});

it('does not pass what could not be measured', () => {
  const checks = [{ name: 'orders: days', status: 'skip', detail: 'no order was delivered' }] as const;
  expect(tablesVerdict(checks, [figure('unmeasured')])).toMatchObject({
    ok: false,
    sentence: 'Nothing could be measured: orders: days: no order was delivered.',
    reasons: [{ code: 'NOTHING_MEASURED' }],
  });
  expect(tablesVerdict([], []).reasons[0]!.text).toBe('there are no rows to measure');
});
