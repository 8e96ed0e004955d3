import type { ColumnNames } from '@synth/verify';
import { verifyWithSource } from '@synth/verify';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import { stepsView } from '../render/steps';
import { verifyText } from '../render/verify-text';
import { htmlReport, htmlReportText } from './html-report';
import { namedColumns } from './named-columns';
import { verifiedJson } from './verified-json';

/** Judges interactions, and says what was found. */
export async function verifyInteractionsAt(
  path: string,
  values: OptionValues,
  columns: ColumnNames,
  context: Context,
): Promise<ExitCode> {
  const began = context.clock.now();
  const steps = stepsView(context);
  const { report, source } = await verifyWithSource(path, {
    quick: values.get('quick') === true,
    ...optional(values, 'preset', 'preset'),
    ...optional(values, 'seed', 'seed'),
    ...optional(values, 'reference', 'reference'),
    ...optional(values, 'held-out', 'heldOut'),
    columns,
    referenceColumns: namedColumns(values, 'reference-'),
    onStep: steps.next,
  }).finally(steps.stop);
  const milliseconds = context.clock.now() - began;
  const html = await htmlReport(
    values,
    path,
    ({ reportHtml }, made) => reportHtml(report, source, made),
    context,
  );
  context.stdout.write(
    values.has('json')
      ? verifiedJson('verified', report, milliseconds, html)
      : `${verifyText(path, report, milliseconds, context.stdout)}${html === undefined ? '' : htmlReportText(html)}`,
  );
  return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
}

/** The text of an option as a property, where it is given. */
function optional(values: OptionValues, name: string, key: string): Record<string, string> {
  const value = textOf(values, name);
  return value === undefined ? {} : { [key]: value };
}
