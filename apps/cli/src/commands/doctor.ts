import type { Command } from '../command';
import type { Context } from '../context';
import type { Check, Finding } from '../doctor/check';
import { machineChecks } from '../doctor/machine-checks';
import { exitCode } from '../exit-code';
import { noArguments } from '../options/no-arguments';
import type { Option } from '../options/option';
import { outputOptions } from '../options/output-options';
import { parseOptions } from '../options/parse-options';
import { helpText } from '../render/help-text';
import { styled } from '../render/style';
import { loadGenerator } from '../simulate/load-generator';

const summary = 'whether this machine has what synth, or one generator, needs';
const usage = 'synth doctor [GENERATOR]';

/** `synth doctor [G]`: a line a check, with what to do where one fails. */
export const doctor: Command = {
  summary,
  async run(args, context) {
    const known = args.find((argument) => Object.hasOwn(context.generators, argument));
    const own = known === undefined ? undefined : (await loadGenerator(known, context.generators)).doctor;
    const options: readonly Option[] = [...(own?.options ?? []), ...outputOptions];
    const { values, positionals } = parseOptions(args, options, usage);
    if (values.has('help')) {
      context.stdout.write(
        helpText({ usage, summary, groups: [{ title: 'options', options }] }, context.stdout),
      );
      return exitCode.done;
    }
    const [name, ...more] = positionals;
    noArguments(more, usage);
    if (name !== undefined) await loadGenerator(name, context.generators);
    let failed = false;
    for (const check of [...machineChecks, ...(own?.checks(values) ?? [])]) {
      const finding = await check.run(context);
      failed ||= !finding.passed && check.optional !== true;
      context.stdout.write(values.has('json') ? json(check, finding) : line(check, finding, context));
    }
    return failed ? exitCode.checkFailed : exitCode.done;
  },
};

const json = (check: Check, finding: Finding): string =>
  `${JSON.stringify({ check: check.name, optional: check.optional === true, ...finding })}\n`;

function line(check: Check, { passed, detail, remedy }: Finding, { stdout }: Context): string {
  const word = passed ? 'PASS' : check.optional ? 'none' : 'FAIL';
  const advice = passed || remedy === undefined ? '' : `: ${remedy}`;
  return `${styled(stdout, passed ? 'green' : 'red', word)}  ${check.name}  ${detail}${advice}\n`;
}
