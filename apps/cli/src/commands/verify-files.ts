import { SynthError } from '@synth/core';
import type { FilesReport } from '@synth/io';
import { verifyFiles } from '@synth/io';
import { documentedCommand } from '../documented-command';
import type { Context } from '../context';
import type { CliErrorCode } from '../errors';
import { exitCode } from '../exit-code';
import { noArguments } from '../options/no-arguments';
import { countText } from '../render/numbers';
import { styled } from '../render/style';

const summary = 'whether the files of a run are as its manifest says';
const usage = 'synth verify-files DIR';

/** `synth verify-files DIR`: hashes every file again. */
export const verifyFilesCommand = documentedCommand(
  { summary, usage },
  async ({ values, positionals }, context) => {
    const [dir, ...more] = positionals;
    if (dir === undefined) throw missing();
    noArguments(more, usage);
    const report = await verifyFiles(dir);
    context.stdout.write(values.has('json') ? reportJson(dir, report) : reportText(dir, report, context));
    return report.ok ? exitCode.done : exitCode.checkFailed;
  },
);

function reportText(dir: string, report: FilesReport, { stdout }: Context): string {
  const { ok, right, missing, changed, unexpected } = report;
  const of = countText(right.length + missing.length + changed.length);
  const verdict = `${countText(right.length)} of ${of} files are as the manifest says`;
  return [
    `${styled(stdout, ok ? 'green' : 'red', ok ? 'PASS' : 'FAIL')}  ${dir}  ${verdict}`,
    ...missing.map((path) => `missing     ${path}`),
    ...changed.map((path) => `changed     ${path}`),
    ...unexpected.map((path) => `unexpected  ${path} (not of this run)`),
    '',
  ].join('\n');
}

function reportJson(dir: string, { ok, right, missing, changed, unexpected }: FilesReport): string {
  return `${JSON.stringify({ event: 'files-verified', dir, ok, right, missing, changed, unexpected })}\n`;
}

const missing = (): SynthError<CliErrorCode> =>
  new SynthError({
    code: 'ARGUMENT_INVALID',
    message: 'verify-files needs the folder of a run',
    field: 'DIR',
    allowed: usage,
  });
