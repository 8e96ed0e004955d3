import { verifyTwins } from '@synth/verify';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { OptionValues } from '../options/option';
import { aboutOneRun } from '../options/verify-options';
import { twinsText } from '../render/twins-text';
import { noneOf } from './own-tests';

/** Compares two runs user by user, and says what was found. */
export async function verifyTwinsAt(
  path: string,
  other: string,
  values: OptionValues,
  context: Context,
): Promise<ExitCode> {
  noneOf(values, aboutOneRun, 'is about one run, and --twin compares two');
  const report = await verifyTwins(path, other);
  context.stdout.write(
    values.has('json')
      ? `${JSON.stringify({ event: 'twins-verified', ...report })}\n`
      : twinsText(report, context.stdout),
  );
  return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
}
