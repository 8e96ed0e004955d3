import type { RunResult } from '@synth/io';
import type { Context, Output } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { Generator } from '../generator';
import { withoutSecrets } from '../options/without-secrets';
import { countText } from '../render/numbers';
import { planText } from '../render/plan-text';
import { summaryText } from '../render/summary-text';
import type { GeneratorRun } from './run-generator';

/** What is said besides what became of the run. */
export interface ReportOptions {
  readonly json: boolean;
  /** The arguments that began the run, to go on with after an interruption. */
  readonly args: readonly string[];
  /** The arguments to try after it. */
  readonly next: readonly string[];
  /** Lines to look at: a few rows. */
  readonly sample?: readonly string[];
}

/** Says what became of a run. */
export function reportRun(
  generator: Generator,
  run: GeneratorRun,
  context: Context,
  { json, args, next, sample = [] }: ReportOptions,
): ExitCode {
  const { stdout, stderr, commandLine } = context;
  const isInterrupted = run.result.status === 'interrupted';
  const again = commandLine(withoutSecrets(isInterrupted ? args : next));
  if (json) {
    const facts = {
      ...factsOf(run.result),
      generator: generator.dataset.name,
      subject: run.subject,
      ...outputOf(run),
    };
    stdout.write(`${JSON.stringify({ ...facts, next: again })}\n`);
  } else {
    const output = isInterrupted ? stderr : stdout;
    output.write(runText(generator, run, { again, sample }, output));
  }
  return isInterrupted ? exitCode.interrupted : exitCode.done;
}

const outputOf = ({ output }: GeneratorRun) => (output === undefined ? {} : { output });

/** The facts of a run. The manifest is in its folder. */
function factsOf(result: RunResult): Record<string, unknown> {
  const { status, ...facts } = result;
  const told = Object.entries(facts).filter(([key]) => key !== 'manifest');
  return { event: `run-${status}`, ...Object.fromEntries(told) };
}

function runText(
  generator: Generator,
  { subject, result, output: copy }: GeneratorRun,
  { again, sample }: { readonly again: string; readonly sample: readonly string[] },
  output: Output,
): string {
  const { out } = result;
  const heading = { out, generator: generator.dataset.name, subject };
  switch (result.status) {
    case 'interrupted': {
      const { blocks, allBlocks } = result;
      return (
        `${out}: stopped after ${countText(blocks)} of ${countText(allBlocks)} blocks\n` +
        `go on with:  ${again}\n`
      );
    }
    case 'planned': {
      const { files, bytes, blocks } = result;
      return planText({ ...heading, files, bytes, blocks }, output);
    }
    default: {
      const { status, files, describe } = result;
      const isMain = (file: (typeof files)[number]): boolean =>
        file.tables.some((table) => generator.main.includes(table));
      const others = files.filter((file) => !isMain(file)).map(({ path }) => path);
      const already = `${out} is already complete: every file is as it was made\n`;
      const summary = {
        ...heading,
        mainFiles: files.filter(isMain),
        copy,
        otherFiles: [...others, 'manifest.json', 'card.md'],
        figures: generator.figures(describe),
        warnings: generator.warnings?.(describe) ?? [],
        sample,
        next: again,
      };
      return (status === 'already-complete' ? already : '') + summaryText(summary, output);
    }
  }
}
