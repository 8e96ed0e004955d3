import { SynthError } from '@synth/core';
import type { GeneratedReport, VerifyReport } from '@synth/verify';
import { verifyGenerated, verifyTwins, verifyWithSource } from '@synth/verify';
import type { Command } from '../command';
import type { CliErrorCode } from '../errors';
import { exitCode } from '../exit-code';
import { noArguments } from '../options/no-arguments';
import { textOf } from '../options/option';
import { outputOptions } from '../options/output-options';
import { parseOptions } from '../options/parse-options';
import {
  columnOptions,
  interactionOptions,
  referenceColumnOptions,
  verifyOptions,
} from '../options/verify-options';
import { helpText } from '../render/help-text';
import { generatedText } from '../render/generated-text';
import { twinsText } from '../render/twins-text';
import { verifyText } from '../render/verify-text';
import type { HtmlReport } from '../verify/html-report';
import { htmlReport, htmlReportText } from '../verify/html-report';
import { namedColumns } from '../verify/named-columns';
import { noneOf, ownTests } from '../verify/own-tests';
import { byTables, verifyTablesAt } from '../verify/verify-tables-at';

const summary = 'whether data is whole, looks real, and can be learnt from';
const usage = 'synth verify DIR|FILE';

/** Options that neither twins nor runs of other generators have a use for. */
const aboutOne = [...columnOptions, ...referenceColumnOptions, ...interactionOptions];

/** `synth verify DIR|FILE`: integrity, realism, learnability. */
export const verifyCommand: Command = {
  summary,
  async run(args, context) {
    const all = [...verifyOptions, ...columnOptions, ...referenceColumnOptions, ...outputOptions];
    const { values, positionals } = parseOptions(args, all, usage);
    if (values.has('help')) {
      const groups = [
        { title: 'options', options: [...verifyOptions, ...outputOptions] },
        { title: 'columns of a file', options: columnOptions },
        { title: 'columns of the reference', options: referenceColumnOptions },
      ];
      context.stdout.write(helpText({ usage, summary, groups }, context.stdout));
      return exitCode.done;
    }
    const [path, ...more] = positionals;
    if (path === undefined) throw missing();
    noArguments(more, usage);
    const twin = textOf(values, 'twin');
    if (twin !== undefined) {
      noneOf(values, aboutOne, 'is about one run, and --twin compares two');
      const twins = await verifyTwins(path, twin);
      context.stdout.write(
        values.has('json')
          ? `${JSON.stringify({ event: 'twins-verified', ...twins })}\n`
          : twinsText(twins, context.stdout),
      );
      return twins.verdict.ok ? exitCode.done : exitCode.checkFailed;
    }
    const began = context.clock.now();
    const text = (name: string, key: string) => {
      const value = textOf(values, name);
      return value === undefined ? {} : { [key]: value };
    };
    const columns = namedColumns(values);
    const tests = await ownTests(path, context.generators);
    if (tests !== undefined) {
      noneOf(values, aboutOne, `is about interactions, and this is a run of ${tests.dataset}`);
      const report = await verifyGenerated(path, tests, text('seed', 'seed'));
      const milliseconds = context.clock.now() - began;
      context.stdout.write(
        values.has('json')
          ? reportJson(report, milliseconds)
          : generatedText(path, report, milliseconds, context.stdout),
      );
      return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
    }
    if (await byTables(path, values, columns)) return verifyTablesAt(path, values, columns, context);
    const { report, source } = await verifyWithSource(path, {
      quick: values.get('quick') === true,
      ...text('preset', 'preset'),
      ...text('seed', 'seed'),
      ...text('reference', 'reference'),
      ...text('held-out', 'heldOut'),
      columns,
      referenceColumns: namedColumns(values, 'reference-'),
    });
    const milliseconds = context.clock.now() - began;
    const html = await htmlReport(
      values,
      path,
      ({ reportHtml }, made) => reportHtml(report, source, made),
      context,
    );
    context.stdout.write(
      values.has('json')
        ? reportJson(report, milliseconds, html)
        : `${verifyText(path, report, milliseconds, context.stdout)}${html === undefined ? '' : htmlReportText(html)}`,
    );
    return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
  },
};

const reportJson = (
  report: VerifyReport | GeneratedReport,
  milliseconds: number,
  html?: HtmlReport,
): string =>
  `${JSON.stringify({ event: 'verified', ...report, milliseconds, ...(html === undefined ? {} : { html }) })}\n`;

const missing = (): SynthError<CliErrorCode> =>
  new SynthError({
    code: 'ARGUMENT_INVALID',
    message: 'verify needs the folder of a run, or a file of interactions',
    field: 'DIR|FILE',
    allowed: usage,
  });
