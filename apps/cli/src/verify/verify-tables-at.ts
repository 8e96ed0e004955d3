import type { ColumnNames } from '@synth/verify';
import { plainTables, verifyTablesWithSet } from '@synth/verify';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import { interactionsOnly } from '../options/verify-options';
import { tablesText } from '../render/tables-text';
import { htmlReport, htmlReportText } from './html-report';
import { noneOf } from './own-tests';
import { verifiedJson } from './verified-json';

/** Whether to judge a path by its tables alone: where `--tables` says so, or its columns do. */
export const byTables = async (
  path: string,
  values: OptionValues,
  columns: ColumnNames,
): Promise<boolean> => {
  if (values.get('tables') === true) return true;
  const about = interactionsOnly.some(({ name }) => values.has(name));
  return !about && (await plainTables(path, columns));
};

/** Judges plain tables, and says what was found. */
export async function verifyTablesAt(
  path: string,
  values: OptionValues,
  columns: ColumnNames,
  context: Context,
): Promise<ExitCode> {
  noneOf(values, interactionsOnly, 'is about interactions, and these are judged as tables');
  const began = context.clock.now();
  const { plays: _plays, label: _label, ...roles } = columns;
  const preset = textOf(values, 'preset');
  const seed = textOf(values, 'seed');
  const { report, set } = await verifyTablesWithSet(path, {
    columns: roles,
    ...(preset === undefined ? {} : { preset }),
    ...(seed === undefined ? {} : { seed }),
  });
  const milliseconds = context.clock.now() - began;
  const html = await htmlReport(
    values,
    path,
    ({ tablesHtml }, made) => tablesHtml(report, set, made),
    context,
  );
  context.stdout.write(
    values.has('json')
      ? verifiedJson('tables-verified', report, milliseconds, html)
      : `${tablesText(path, report, milliseconds, context.stdout)}${html === undefined ? '' : htmlReportText(html)}`,
  );
  return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
}
