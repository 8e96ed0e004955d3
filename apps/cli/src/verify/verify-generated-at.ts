import type { GeneratorTests } from '@synth/verify';
import { verifyGenerated } from '@synth/verify';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import { aboutOneRun } from '../options/verify-options';
import { generatedText } from '../render/generated-text';
import { noneOf } from './own-tests';
import { verifiedJson } from './verified-json';

/** Judges a run of another generator than of interactions by the tests that it brings, and says what was found. */
export async function verifyGeneratedAt(
  path: string,
  tests: GeneratorTests,
  values: OptionValues,
  context: Context,
): Promise<ExitCode> {
  noneOf(values, aboutOneRun, `is about interactions, and this is a run of ${tests.dataset}`);
  const began = context.clock.now();
  const seed = textOf(values, 'seed');
  const report = await verifyGenerated(path, tests, seed === undefined ? {} : { seed });
  const milliseconds = context.clock.now() - began;
  context.stdout.write(
    values.has('json')
      ? verifiedJson('verified', report, milliseconds)
      : generatedText(path, report, milliseconds, context.stdout),
  );
  return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
}
