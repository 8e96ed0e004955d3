import { nearestName, SynthError } from '@synth/core';
import type { Command } from './command';
import { commands } from './commands';
import type { Context } from './context';
import type { CliErrorCode } from './errors';
import type { ExitCode } from './exit-code';
import { exitCode, exitCodeOf } from './exit-code';
import { columnLines } from './render/columns';
import { errorJson, errorText } from './render/error-text';

/** Runs the command line `synth ...args` and prints what goes wrong. */
export async function main(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await dispatch(args, context);
  } catch (error) {
    context.stderr.write(args.includes('--json') ? errorJson(error) : errorText(error, context.stderr));
    return exitCodeOf(error);
  }
}

async function dispatch(args: readonly string[], context: Context): Promise<ExitCode> {
  const [first] = args;
  if (first === '--version') {
    context.stdout.write(`${context.version}\n`);
    return exitCode.done;
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    context.stdout.write(await overview(context));
    return exitCode.done;
  }
  // The longest name wins: `llm cache stats` before `llm`.
  const name = [3, 2, 1]
    .map((words) => args.slice(0, words).join(' '))
    .find((words) => Object.hasOwn(commands, words));
  if (name === undefined) throw unknownCommand(args, context);
  const command = await commands[name]!();
  return command.run(args.slice(name.split(' ').length), context);
}

async function overview(context: Context): Promise<string> {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, load]): Promise<[string, Command]> => [name, await load()]),
  );
  return [
    'synth: synthetic behaviour data with planted, known truth',
    '',
    ...columnLines(loaded.map(([name, command]) => [`  synth ${name}`, command.summary])),
    '',
    `Every command has --help. A first look: ${context.commandLine(['simulate'])}`,
    '',
  ].join('\n');
}

function unknownCommand(args: readonly string[], { generators }: Context): SynthError<CliErrorCode> {
  const all = Object.keys(commands);
  const [first = ''] = args;
  // `llm pign`: the first word is one of several, the next one is not.
  const group = all.filter((name) => name.startsWith(`${first} `));
  const names = group.length === 0 ? all : group;
  const word =
    group.length === 0
      ? first
      : args
          .filter((arg) => !arg.startsWith('-'))
          .slice(0, 3)
          .join(' ');
  const near = Object.hasOwn(generators, word) ? `simulate ${word}` : nearestName(word, names);
  return new SynthError<CliErrorCode>({
    code: 'COMMAND_UNKNOWN',
    message:
      near === undefined ? `unknown command ${word}` : `unknown command ${word}: did you mean ${near}?`,
    field: 'command',
    value: word,
    allowed: names.join(', '),
  });
}
