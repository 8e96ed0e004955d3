import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';
import type { TableSet } from '../tables/table-set';
import type { TablesReason } from '../tables/tables-verdict';
import type { TablesReport } from '../tables/verify-tables';
import { checkTable } from './html/check-table';
import { escape } from './html/escape';
import { figureHtml } from './html/figure-html';
import { inBandCount, inBandText } from './html/in-band';
import { judgedTable } from './html/judged-table';
import { page, section, tiles } from './html/page';
import { countText, shareText } from './numbers';
import { tablePlot } from './plots/table-plot';
import type { ReportHtmlOptions } from './report-html';

/**
 * A report about plain tables as one HTML page, in the manner of `reportHtml`: the verdict and its reasons, pictures,
 * every figure with its band and where the band comes from.
 *
 * @param set what the report is about, as `verifyTablesWithSet` read it
 * @throws SynthError `REPORT_MISMATCH` where the report is about other data
 */
export function tablesHtml(report: TablesReport, set: TableSet, options: ReportHtmlOptions = {}): string {
  if (report.source.name !== set.name) throw mismatch(report, set);
  const { source, verdict, integrity, realism } = report;
  const { inside, judged } = inBandCount(realism);
  const passing = `${integrity.filter(({ status }) => status === 'pass').length} of ${integrity.length}`;
  const pictures = set.findings.flatMap((one) => one.pictures).map(tablePlot);
  return page(
    {
      name: source.name,
      ok: verdict.ok,
      sentence: verdict.sentence,
      reasons: verdict.reasons.map(({ code, text }) => ({ title: reasonTitles[code], text })),
    },
    [
      tiles([
        ...set.findings.map(({ kind, rows }) => [countText(rows), kind] as const),
        ...(judged === 0 ? [] : [[`${inside} of ${judged}`, 'figures in band'] as const]),
        [passing, 'checks pass'],
      ]),
      pictures.length === 0
        ? ''
        : section(
            'Pictures',
            'Each title says what to see.',
            `<div class="figures">${pictures.map(figureHtml).join('\n')}</div>`,
          ),
      section(
        'Integrity',
        'Whether the files are whole, and what could not be measured.',
        `<div class="sheet">${checkTable(`${passing} pass`, integrity)}</div>`,
      ),
      section(
        'Realism',
        'Whether the tables look like real ones of their kind.',
        realism.length === 0 ? '' : `<div class="sheet">${judgedTable(inBandText(realism), realism)}</div>`,
      ),
      madeHtml(report, options),
    ],
  );
}

const reasonTitles: Readonly<Record<TablesReason['code'], string>> = {
  NOT_WHOLE: 'Not whole',
  NOTHING_MEASURED: 'Nothing measured',
  SHAPE_OUT_OF_BAND: 'Shape is out of band',
};

function madeHtml(report: TablesReport, made: ReportHtmlOptions): string {
  const { source, preset, seed, sampledShare, version } = report;
  const files = source.tables.map(
    ({ file, kinds, rows }) => `${file} (${kinds.join(', ')}; ${countText(rows)} rows)`,
  );
  const command = [
    `npx @synth/cli verify ${source.name} --tables`,
    ...(preset === null ? [] : [`--preset ${preset}`]),
    `--seed ${seed}`,
    '--html report.html',
  ].join(' ');
  const facts: readonly (readonly [string, string])[] = [
    ['Data', `${source.name}: ${files.join(', ')}`],
    ['Bands', preset ?? 'what was published of such tables'],
    ...(sampledShare === null
      ? []
      : [
          [
            'Read',
            `figures with an interval rest on a sample of ${shareText(sampledShare)}, drawn by seed`,
          ] as const,
        ]),
    ['Made by', `${made.madeBy === undefined ? '' : `${made.madeBy}, `}report format ${version}`],
  ];
  const list = facts.map(([term, fact]) => `<dt>${term}</dt><dd>${escape(fact)}</dd>`).join('');
  return section('How it was made', '', `<dl>${list}</dl><p>Again: <code>${escape(command)}</code></p>`);
}

const mismatch = (report: TablesReport, set: TableSet): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'REPORT_MISMATCH',
    message: `the report is about ${report.source.name}, the tables are ${set.name}`,
    field: 'set',
    value: set.name,
    allowed: 'what the report was made of',
    remedy: 'hand over both that verifyTablesWithSet returned',
  });
