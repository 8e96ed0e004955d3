import type { TableFindings } from '../tables/table-findings';
import { judgeTables } from './judge-tables';
import { kindBands, tableBandsOf, tablePresets } from './table-bands';
import { tableNames } from './table-names';

const found = (
  figures: Record<string, number>,
  more: Partial<Pick<TableFindings, 'errors' | 'unbanded'>> = {},
): TableFindings => ({
  kind: 'impressions',
  rows: 1,
  figures,
  errors: {},
  checks: [],
  pictures: [],
  ...more,
});

const verdicts = (findings: TableFindings) =>
  judgeTables([findings], kindBands.impressions).map(({ figure, verdict }) => [figure, verdict]);

it('is content with one of two ways in which clicks fall with the rank', () => {
  expect(verdicts(found({ examError: 0.4, examEta: 1 }))).toEqual([
    ['examError', 'unjudged'],
    ['examEta', 'in'],
  ]);
  expect(verdicts(found({ examError: 0.02, examEta: 2 }))).toEqual([
    ['examError', 'in'],
    ['examEta', 'unjudged'],
  ]);
  expect(verdicts(found({ examError: 0.4, examEta: 2 }))).toEqual([
    ['examError', 'out'],
    ['examEta', 'out'],
  ]);
  expect(verdicts(found({ examError: Number.NaN, examEta: 2 }))).toEqual([
    ['examError', 'unmeasured'],
    ['examEta', 'out'],
  ]);
});

it('takes a slope as none where 0 lies in its interval', () => {
  const slope = (clickToBuySlope: number) =>
    verdicts(found({ clickToBuySlope }, { errors: { clickToBuySlope: 0.01 } }))[0]![1];
  expect([-0.03, -0.0195, 0, 0.0195, 0.03].map(slope)).toEqual(['out', 'in', 'in', 'in', 'out']);
});

it('holds to no band what a table cannot be held to', () => {
  const slope = found(
    { clickToBuySlope: 1 },
    { errors: { clickToBuySlope: 0.01 }, unbanded: ['clickToBuySlope'] },
  );
  expect(judgeTables([slope], kindBands.impressions)[0]).toMatchObject({ verdict: 'unjudged', low: null });
});

it('has a name and a sensible interval for every band', () => {
  const all = [...Object.values(kindBands), ...Object.values(tablePresets)].flat();
  for (const { id, figure, low, high, source } of all) {
    expect([figure, low <= high, source !== '']).toEqual([figure, true, true]);
    if (figure in tableNames) expect(tableNames[figure]!.id).toBe(id);
  }
});

it('takes the bands of each kind where no preset is named, and none for a preset of other data', () => {
  expect(tableBandsOf(['searches', 'searches'], undefined)).toEqual(kindBands.searches);
  expect(tableBandsOf(['searches'], 'retail-like')).toBe(tablePresets['retail-like']);
  expect(tableBandsOf(['searches'], 'movielens-like')).toEqual([]);
});
