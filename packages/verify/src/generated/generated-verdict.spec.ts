import type { Judged } from '../realism/judged';
import { generatedVerdict } from './generated-verdict';

const figure = (verdict: Judged['verdict'], title = verdict): Judged => ({
  id: 'T1',
  figure: title,
  title,
  value: verdict === 'unmeasured' ? null : 3,
  low: 1,
  high: verdict === 'out' ? 2 : 4,
  source: 'here',
  verdict,
});

const figures = (inBand: number, out: number): Judged[] => [
  ...Array.from({ length: inBand }, () => figure('in')),
  ...Array.from({ length: out }, () => figure('out')),
];

const nothing = { checks: [], realism: [], learnability: [] };

describe('generatedVerdict', () => {
  it('passes what is in band, or not held to any', () => {
    const learnability = [figure('in'), figure('unjudged'), figure('unmeasured')];
    expect(generatedVerdict({ ...nothing, realism: figures(6, 1), learnability })).toEqual({
      ok: true,
      sentence: 'This run is whole, and looks and teaches as it should: 8 figures were held to bands.',
      reasons: [],
    });
    expect(generatedVerdict(nothing).sentence).toBe('This run is whole; it has nothing else to be held to.');
  });

  it('fails with every reason, what is broken first', () => {
    const checks = [
      { name: 'files', status: 'fail', detail: 'a.csv was changed' },
      { name: 'extra', status: 'skip', detail: 'no truth' },
    ] as const;
    const learnability = [figure('out', 'gain' as 'out'), figure('in')];
    const found = generatedVerdict({ checks, realism: figures(5, 1), learnability });
    expect(found.ok).toBe(false);
    expect(found.sentence).toBe('This run is not whole: files: a.csv was changed.');
    expect(found.reasons).toEqual([
      { code: 'NOT_WHOLE', text: 'files: a.csv was changed' },
      { code: 'SIGNAL_OUT_OF_BAND', text: 'gain 3, not 1 to 2' },
      { code: 'SHAPE_OUT_OF_BAND', text: '5 of 6 figures of shape are in band: out 3, not 1 to 2' },
    ]);
  });

  it('wants 85% of the figures of shape in band', () => {
    const ok = (inBand: number, out: number) =>
      generatedVerdict({ ...nothing, realism: figures(inBand, out) }).ok;
    expect([ok(17, 3), ok(16, 3), ok(8, 1), ok(7, 2)]).toEqual([true, false, true, false]);
  });
});
