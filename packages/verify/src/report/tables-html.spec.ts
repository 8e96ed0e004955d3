import type { TablePicture } from '../tables/table-picture';
import type { TableSet } from '../tables/table-set';
import type { TablesReport } from '../tables/verify-tables';
import { tablesHtml } from './tables-html';

const pictures: readonly TablePicture[] = [
  { kind: 'funnel', view: 1000, cart: 40, purchase: 13 },
  {
    kind: 'positions',
    ranks: [
      { rank: 1, propensity: 1, error: 0 },
      { rank: 2, propensity: 0.5, error: 0.05 },
      { rank: 3, propensity: 0.3, error: 0.04 },
    ],
    eta: 1.1,
  },
  { kind: 'query-words', counts: [10, 30, 20, 0, 0, 0, 0, 0, 0, 1] },
  { kind: 'stars', counts: [9, 5, 8, 14, 64] },
  { kind: 'review-words', counts: [0, 3, 8, 12, 9, 4, 1], mu: 1.1, sigma: 0.5 },
  {
    kind: 'vectors',
    points: [
      { x: 0, y: 1, group: '<b>hats</b>' },
      { x: 1, y: 0, group: null },
    ],
    shares: [0.3, 0.2],
    of: 2,
  },
];

const set: TableSet = {
  name: 'shop',
  kind: 'folder',
  tables: [{ file: 'events.csv', kinds: ['events'], rows: 1053 }],
  findings: [{ kind: 'events', rows: 1053, figures: {}, errors: {}, checks: [], pictures }],
  checks: [],
};

const report: TablesReport = {
  version: 1,
  source: { name: 'shop', kind: 'folder', tables: set.tables },
  preset: null,
  seed: 'synth',
  sampledShare: 0.25,
  verdict: { ok: false, sentence: 'No.', reasons: [{ code: 'NOTHING_MEASURED', text: 'no <rows>' }] },
  integrity: [{ name: 'events: who', status: 'pass', detail: 'every event has a user' }],
  realism: [
    {
      id: 'T15',
      figure: 'viewToCart',
      title: 'carts by views',
      value: 0.04,
      interval: { low: 0.03, high: 0.05 },
      low: 0.022,
      high: 0.062,
      source: 'shops',
      verdict: 'in',
    },
  ],
};

it('has the verdict, a picture of each table with a text, every figure and its source', () => {
  const page = tablesHtml(report, set);
  expect([...page.matchAll(/<figure id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'funnel',
    'positions',
    'query-words',
    'stars',
    'review-words',
    'vectors',
  ]);
  expect(
    page.match(/<svg [^>]*role="img"[^>]*aria-label="[^"]{20,}"|<svg [^>]*aria-label="[^"]{20,}"/g),
  ).toHaveLength(6);
  expect(page).not.toMatch(/NaN|undefined|<script|<rows>|<b>hats/);
  for (const text of ['<h1>No.</h1>', 'Nothing measured', 'carts by views', 'shops', '1 of 1 are in band'])
    expect(page).toContain(text);
  expect(page).toContain('npx @synth/cli verify shop --tables --seed synth --html report.html');
});

it('of the same report has the same bytes', () => {
  expect(tablesHtml(report, set)).toBe(tablesHtml(report, set));
});

it('draws what has one value, or none', () => {
  const few: readonly TablePicture[] = [
    { kind: 'funnel', view: 0, cart: 0, purchase: 2 },
    { kind: 'review-words', counts: [0, 0, 0, 4], mu: Math.log(3), sigma: 0 },
    { kind: 'positions', ranks: [{ rank: 1, propensity: 1, error: 0 }], eta: null },
  ];
  const page = tablesHtml(report, { ...set, findings: [{ ...set.findings[0]!, pictures: few }] });
  expect(page.match(/<svg /g)).toHaveLength(3);
  expect(page).not.toMatch(/NaN|Infinity/);
});

it('refuses tables that the report is not about', () => {
  expect(() => tablesHtml(report, { ...set, name: 'other' })).toThrow(
    expect.objectContaining({ code: 'REPORT_MISMATCH' }),
  );
});
