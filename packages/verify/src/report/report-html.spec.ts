import { interactions, matrixFromIndices } from '@synth/interactions';
import type { InteractionMatrix } from '@synth/interactions';
import type { Source } from '../source/source';
import { verifySource } from '../verify';
import { reportHtml } from './report-html';

const sourceOf = (matrix: InteractionMatrix, more: Partial<Source> = {}): Source => ({
  name: 'data',
  kind: 'memory',
  matrix,
  rows: matrix.indices.length,
  checks: [],
  ...more,
});

const pageOf = (source: Source, preset?: string): string =>
  reportHtml(verifySource(source, { quick: true, ...(preset === undefined ? {} : { preset }) }), source);

const made = (): InteractionMatrix =>
  interactions({ users: 150, items: 120, seed: 'page', maxUserInteractions: 40 }).matrix();

const withoutTimes = ({ rows, cols, indptr, indices }: InteractionMatrix): InteractionMatrix =>
  matrixFromIndices({
    rows,
    cols,
    userIndices: Array.from({ length: rows }, (_, user) =>
      Array<number>(indptr[user + 1]! - indptr[user]!).fill(user),
    ).flat(),
    itemIndices: indices,
  });

/** What a reader sees: no style, no markup. */
const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<body>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

it('begins with the verdict', () => {
  const source = sourceOf(made());
  const { verdict } = verifySource(source, { quick: true });
  expect(textOf(pageOf(source)).startsWith(verdict.sentence)).toBe(true);
});

it('is one page without scripts, links out and ids of chance: the same input gives the same bytes', () => {
  const source = sourceOf(made());
  const page = pageOf(source);
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\bhref=|\bsrc=/);
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  expect(pageOf(sourceOf(made()))).toBe(page);
});

it('has seven pictures, each with a title and a text for those who do not see it', () => {
  const page = pageOf(sourceOf(made()));
  expect([...page.matchAll(/<figure id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'ndcg',
    'long-tail',
    'user-activity',
    'time-heat-map',
    'taste-clusters',
    'co-occurrence',
    'item-map',
  ]);
  expect(page.match(/<svg [^>]*role="img"/g)).toHaveLength(7);
  expect(page.match(/<svg [^>]*aria-label="[^"]{20,}"/g)).toHaveLength(7);
});

it('says what a picture lacks', () => {
  const page = pageOf(sourceOf(withoutTimes(made())));
  expect(page.match(/<svg /g)).toHaveLength(6);
  expect(textOf(page)).toContain('The interactions have no times.');
});

it('shows every figure with its band and where the band comes from', () => {
  const source = sourceOf(made());
  const { realism, learnability } = verifySource(source, { quick: true, preset: 'movielens-like' });
  const text = textOf(pageOf(source, 'movielens-like'));
  for (const { title, source: from } of [...realism, ...learnability]) {
    expect(text).toContain(title.replaceAll("'", '&#39;'));
    if (from !== null) expect(text).toContain(from);
  }
});

describe('beside a reference', () => {
  const reference = () =>
    sourceOf(interactions({ users: 140, items: 110, seed: 'real', maxUserInteractions: 40 }).matrix(), {
      name: 'real.csv',
    });
  const compared = () => {
    const source = sourceOf(made());
    const report = verifySource(source, { quick: true, reference: reference() });
    return { source, report, comparison: report.comparison! };
  };

  it('it shows what was compared, each figure of it, and columns least alike first', () => {
    const { source, report, comparison } = compared();
    const page = reportHtml(report, source);
    const text = textOf(page);
    expect(text).toContain('Beside the reference');
    expect(text).toContain(`real.csv has ${comparison.reference.users} users`);
    for (const { title } of comparison.figures) expect(text).toContain(title);
    const least = comparison.columns.toSorted((a, b) => a.score - b.score)[0]!;
    const shapes = text.slice(text.indexOf('Shapes of columns'));
    expect(shapes).toMatch(new RegExp(`Column Measure Score ${least.column} of ${least.table}`));
    expect(text).toContain('those of this data');
    expect(text).toContain('Trends of pairs of columns, the 12 of');
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('it shows recommenders and their tuning where those were measured', () => {
    const { source, report, comparison } = compared();
    const tuned = {
      ...comparison,
      order: [{ name: 'EASE', generated: 0.123, reference: null }],
      transfers: [
        {
          name: 'EASE',
          tunedOn: { generated: 'lambda 10', reference: 'lambda 100' },
          ndcg: { generated: 0.31, reference: 0.32 },
          loss: 0.03,
        },
      ],
    } as const;
    const text = textOf(reportHtml({ ...report, comparison: tuned }, source));
    expect(text).toContain('Recommender Here On the reference EASE 0.123 –');
    expect(text).toContain('EASE 0.31 (lambda 10) 0.32 (lambda 100)');
  });

  it('figures have those of the reference beside them, and have none without', () => {
    const { source, report } = compared();
    const head = '<th scope="col" class="theirs">Reference</th>';
    expect(reportHtml(report, source)).toContain(head);
    expect(pageOf(source)).not.toContain(head);
    const one = { ...report.realism[0]!, value: 0.5, reference: 0.4321 };
    const row = textOf(reportHtml({ ...report, realism: [one] }, source));
    expect(row).toMatch(/0\.5 0\.432 /);
    const missing = reportHtml({ ...report, realism: [{ ...one, reference: null }] }, source);
    expect(missing).toContain('data-head="Reference">–</td>');
  });
});

it('shows the interval of a figure that is of a sample', () => {
  const source = sourceOf(made());
  const report = verifySource(source, { quick: true });
  const interval = { low: 0.04321, high: 0.0567 };
  const page = reportHtml({ ...report, realism: [{ ...report.realism[0]!, interval }] }, source);
  expect(page).toContain('<span class="interval">0.0432 to 0.0567</span>');
  expect(pageOf(source)).not.toContain('class="interval"');
});

it('shows lists of judged figures that it does not know', () => {
  const source = sourceOf(made());
  const report = verifySource(source, { quick: true });
  const page = reportHtml({ ...report, ...{ twinFigures: report.learnability } }, source);
  expect(page).toContain('<h2>Twin figures</h2>');
});

it('takes names of others as text', () => {
  const name = '<script>alert("x")</script>';
  const matrix = made();
  const page = pageOf(sourceOf({ ...matrix, items: matrix.items.map((id) => `<b>${id}&`) }, { name }));
  expect(page).not.toMatch(/<script|<b>i0/);
  expect(page).toContain('&lt;script&gt;');
});

it('names what was left out and why, the seed, and how to make it again', () => {
  const text = textOf(pageOf(sourceOf(made(), { kind: 'run', name: 'run' })));
  expect(text).toContain('EASE: a quick look');
  expect(text).toContain('npx @synth/cli verify run --seed synth --quick --html report.html');
});

const pairs = (list: readonly (readonly [number, number])[], rows: number, cols: number): InteractionMatrix =>
  matrixFromIndices({
    rows,
    cols,
    userIndices: list.map(([user]) => user),
    itemIndices: list.map(([, item]) => item),
  });

describe('of broken data', () => {
  it.each([
    ['no rows at all', pairs([], 0, 0)],
    ['users and items without a positive', pairs([], 5, 5)],
    ['one interaction', pairs([[0, 0]], 1, 1)],
    [
      'one user',
      pairs(
        Array.from({ length: 30 }, (_, item) => [0, item] as const),
        1,
        30,
      ),
    ],
    [
      'one item',
      pairs(
        Array.from({ length: 30 }, (_, user) => [user, 0] as const),
        30,
        1,
      ),
    ],
    [
      'users who all have the same',
      pairs(
        Array.from({ length: 200 }, (_, k) => [k % 20, Math.floor(k / 20)] as const),
        20,
        10,
      ),
    ],
    [
      'users who share nothing',
      pairs(
        Array.from({ length: 60 }, (_, k) => [Math.floor(k / 3), k] as const),
        20,
        60,
      ),
    ],
  ])('(%s) it says so, and holds no NaN', (_, matrix) => {
    const page = pageOf(sourceOf(matrix));
    expect(textOf(page)).toMatch(/^A recommender cannot learn from this data: /);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
    expect(page).toContain('class="fail"');
  });
});

it('refuses a report about other data', () => {
  const source = sourceOf(made());
  const report = verifySource(source, { quick: true });
  expect(() => reportHtml(report, sourceOf(withoutTimes(made()), { name: 'other' }))).toThrow(
    expect.objectContaining({ code: 'REPORT_MISMATCH' }),
  );
});

it('stays small for large data', () => {
  const matrix = interactions({ preset: 'movielens-like', users: 9_000, items: 4_000, seed: 3 }).matrix();
  expect(matrix.indices.length).toBeGreaterThan(500_000);
  const source = sourceOf(matrix);
  // The figures of other data: only the pictures grow with it.
  const { source: facts, ...rest } = verifySource(sourceOf(made()), { quick: true });
  const page = reportHtml({ ...rest, source: { ...facts, interactions: matrix.indices.length } }, source);
  expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
  expect(page).not.toMatch(/NaN|Infinity|undefined/);
});
