import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';
import type { Source } from '../source/source';
import type { Reason } from '../verdict/verdict';
import type { VerifyReport } from '../verify';
import { figures } from './figures';
import { checkTable } from './html/check-table';
import { comparisonSection } from './html/comparison-section';
import { escape } from './html/escape';
import { figureHtml } from './html/figure-html';
import { inBandCount, inBandText } from './html/in-band';
import { judgedTable } from './html/judged-table';
import { page, section, tiles } from './html/page';
import { scoreTable } from './html/score-table';
import { judgedSections } from './judged-sections';
import { nextSteps } from './next-steps';
import { countText, valueText } from './numbers';

/** What a page may say beside the report itself. */
export interface ReportHtmlOptions {
  /** The program that made it, as `synth 0.1.0`. */
  readonly madeBy?: string;
}

/**
 * A report as one HTML page that needs no network and no script: the verdict and its reasons, pictures, every figure with
 * its band and where the band comes from, what was left out, how to make it again. Light and dark, and for phones.
 *
 * Pictures are drawn of the interactions; beyond 300,000 those of taste are of a sample of users by the report's seed.
 * The same report and source give the same bytes.
 *
 * @param source what the report is about, as `readSource` read it
 * @throws SynthError `REPORT_MISMATCH` where the report is about other data
 * @example
 * ```ts
 * import { matrixFromIndices } from '@synth/interactions';
 *
 * const matrix = matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 1], itemIndices: [0, 1] });
 * const source = { name: 'two', kind: 'memory', matrix, rows: 2, checks: [] } as const;
 * const html = reportHtml(verifySource(source), source);
 * html.slice(0, 15); // => '<!doctype html>'
 * ```
 */
export function reportHtml(report: VerifyReport, source: Source, options: ReportHtmlOptions = {}): string {
  if (report.source.name !== source.name || report.source.interactions !== source.matrix.indices.length)
    throw mismatch(report, source);
  const { verdict } = report;
  const pictures = figures(report, source);
  return page(
    {
      name: source.name,
      ok: verdict.ok,
      sentence: verdict.sentence,
      reasons: verdict.reasons.map(({ code, text }) => ({ title: reasonTitles[code], text })),
    },
    [
      tilesHtml(report),
      pictures.length === 0
        ? '<p class="lead">There are no interactions to draw.</p>'
        : section(
            'Pictures',
            'Each title says what to see.',
            `<div class="figures">${pictures.map(figureHtml).join('\n')}</div>`,
          ),
      report.integrity.length === 0
        ? ''
        : section(
            'Integrity',
            'Whether the files are whole.',
            sheet(checkTable(passing(report), report.integrity)),
          ),
      ...judgedSections(report).map(({ title, lead, figures: judged }) =>
        section(title, lead, sheet(judgedTable(inBandText(judged), judged))),
      ),
      report.comparison === null
        ? ''
        : comparisonSection(report.comparison, inBandText(report.comparison.figures)),
      section(
        'Recommenders',
        'NDCG@10 and recall at 10 of what was held out, over all items that a user does not have.',
        report.holdouts.map((one) => sheet(scoreTable(one))).join('\n'),
      ),
      leftOutHtml(report),
      madeHtml(report, options),
      section(
        'What is next',
        '',
        `<ul class="plain">${nextSteps(report)
          .map((step) => `<li>${escape(step)}</li>`)
          .join('')}</ul>`,
      ),
    ],
  );
}

const sheet = (table: string): string => `<div class="sheet">${table}</div>`;

const reasonTitles: Readonly<Record<Reason['code'], string>> = {
  NOT_WHOLE: 'Not whole',
  NO_OVERLAP: 'No overlap',
  SAME_USERS: 'All users are the same',
  TOO_SMALL: 'Too small',
  FLAT_POPULARITY: 'No long tail',
  NO_TASTE: 'No taste',
  SIGNAL_OUT_OF_BAND: 'What can be learnt is out of band',
  SHAPE_OUT_OF_BAND: 'Shape is out of band',
  UNLIKE_REFERENCE: 'Not like the reference',
  UNLIKE_COLUMNS: 'Columns are not like those of the reference',
  TOLD_APART: 'Users are told from those of the reference',
  OTHER_ORDER: 'Recommenders come in another order',
  OTHER_TUNING: 'What is tuned here does badly on the reference',
  NOT_COMPARED: 'Not compared',
};

function tilesHtml({ source, realism, learnability, comparison, integrity }: VerifyReport): string {
  const lift = learnability.find(({ figure }) => figure === 'lift')?.value ?? null;
  const shuffled = learnability.find(({ figure }) => figure === 'nullLift')?.value ?? null;
  const times = (value: number | null): string => (value === null ? '–' : `${valueText(value)}x`);
  const { inside, judged } = inBandCount([...realism, ...learnability, ...(comparison?.figures ?? [])]);
  return tiles([
    [countText(source.interactions), 'interactions'],
    [countText(source.users), 'users'],
    [countText(source.items), 'items'],
    [times(lift), 'ItemKNN by popularity'],
    [times(shuffled), 'on a shuffled copy'],
    ...(judged === 0 ? [] : [[`${inside} of ${judged}`, 'figures in band'] as const]),
    ...(integrity.length === 0
      ? []
      : [
          [
            `${integrity.filter(({ status }) => status === 'pass').length} of ${integrity.length}`,
            'checks pass',
          ] as const,
        ]),
  ]);
}

const passing = ({ integrity }: VerifyReport): string =>
  `${integrity.filter(({ status }) => status === 'pass').length} of ${integrity.length} pass`;

const leftOutHtml = ({ leftOut }: VerifyReport): string =>
  leftOut.length === 0
    ? ''
    : `<section><h2>Left out</h2><ul class="plain">${leftOut
        .map(({ name, why }) => `<li>${escape(name)}: ${escape(why)}</li>`)
        .join('')}</ul></section>`;

function madeHtml(
  { source, preset, seed, quick, comparison, sampledShare, sampledUsers, version }: VerifyReport,
  made: ReportHtmlOptions,
): string {
  const command = [
    `npx @synth/cli verify ${source.name}`,
    ...(comparison === null
      ? preset === null
        ? []
        : [`--preset ${preset}`]
      : [`--reference ${comparison.reference.name}`]),
    `--seed ${seed}`,
    ...(quick ? ['--quick'] : []),
    '--html report.html',
  ].join(' ');
  const facts: readonly (readonly [string, string])[] = [
    [
      'Data',
      `${source.name}, ${{ run: 'a run', file: 'a file', memory: 'in memory' }[source.kind]}, ${countText(source.rows)} rows`,
    ],
    [
      'Bands',
      comparison === null
        ? (preset ?? 'what holds for any data')
        : `${comparison.reference.name}, the reference`,
    ],
    ...(sampledShare === null
      ? []
      : [['Read', `a sample of users, 1 in ${Math.round(1 / sampledShare)}, drawn by seed`] as const]),
    ['Seed', `${seed}: of holdouts, shuffles, models, samples and pictures`],
    ['Users judged by', sampledUsers === null ? 'all' : `${countText(sampledUsers)}, drawn by seed`],
    ['Thoroughness', quick ? 'quick: TopPop, ItemKNN and the shuffled copy' : 'all'],
    ['Made by', `${made.madeBy === undefined ? '' : `${made.madeBy}, `}report format ${version}`],
  ];
  const list = facts.map(([term, fact]) => `<dt>${term}</dt><dd>${escape(fact)}</dd>`).join('');
  const again = source.kind === 'memory' ? '' : `<p>Again: <code>${escape(command)}</code></p>`;
  return `<section><h2>How it was made</h2><dl>${list}</dl>${again}</section>`;
}

const mismatch = (report: VerifyReport, source: Source): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'REPORT_MISMATCH',
    message: `the report is about ${report.source.name} with ${countText(report.source.interactions)} interactions, the source is ${source.name} with ${countText(source.matrix.indices.length)}`,
    field: 'source',
    value: source.name,
    allowed: 'what the report was made of',
    remedy: 'hand both verifySource and reportHtml what readSource read',
  });
