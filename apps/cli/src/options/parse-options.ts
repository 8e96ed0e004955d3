import { parseArgs } from 'node:util';
import { nearestName, SynthError } from '@synth/core';
import type { CliErrorCode } from '../errors';
import type { Option, OptionValues } from './option';

/** What stood on the command line. */
export interface ParsedOptions {
  readonly values: OptionValues;
  readonly positionals: readonly string[];
}

/**
 * Reads arguments by a command's options. A value may begin with one dash (`--rate -1`), so that the message about it
 * comes from whoever knows its bounds.
 *
 * @param usage the command as typed, for messages: `synth simulate interactions`
 * @throws SynthError `OPTION_UNKNOWN` with the nearest name; `OPTION_VALUE` when a value is missing or doubled
 */
export function parseOptions(
  args: readonly string[],
  options: readonly Option[],
  usage: string,
): ParsedOptions {
  const byName = new Map(options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, value }) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(name === 'help' ? { short: 'h' } : {}) },
      ]),
    ),
    allowPositionals: true,
    allowNegative: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | boolean | readonly string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = byName.get(token.name);
    if (option === undefined) throw unknown(token.rawName, options, usage);
    const value =
      option.value === undefined
        ? switched(token.rawName, token.value)
        : textFor(option, token.rawName, token.value, token.inlineValue);
    const earlier = values.get(option.name);
    if (option.repeatable && typeof value === 'string') {
      values.set(option.name, [...(Array.isArray(earlier) ? (earlier as readonly string[]) : []), value]);
    } else if (earlier === undefined) {
      values.set(option.name, value);
    } else {
      throw new SynthError<CliErrorCode>({
        code: 'OPTION_VALUE',
        message: `--${option.name} is given twice`,
        field: `--${option.name}`,
        ...(option.secret ? {} : { value: [earlier, value] }),
        allowed: 'once',
      });
    }
  }
  return { values, positionals };
}

function switched(rawName: string, value: string | undefined): boolean {
  if (value === undefined) return !rawName.startsWith('--no-');
  if (value === 'true' || value === 'false') return value === 'true';
  throw new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `${rawName} is ${value}: it is a switch`,
    field: rawName,
    value,
    allowed: 'true, false, or nothing',
  });
}

function textFor(
  option: Option,
  rawName: string,
  value: string | undefined,
  inline: boolean | undefined,
): string {
  const missing = value === undefined || (inline === false && value.startsWith('--'));
  if (!missing && rawName === `--${option.name}`) return value;
  throw new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `${rawName} needs a value: --${option.name} ${option.value}`,
    field: rawName,
    allowed: `--${option.name} ${option.value}`,
  });
}

function unknown(rawName: string, options: readonly Option[], usage: string): SynthError<CliErrorCode> {
  const near = nearestName(
    rawName,
    options.map((option) => option.name),
  );
  const advice = near === undefined ? '' : `: did you mean --${near}?`;
  // Where there is such an option, `--help` alone shows the common ones only.
  const all = options.some(({ name }) => name === 'all') ? '--help --all' : '--help';
  return new SynthError<CliErrorCode>({
    code: 'OPTION_UNKNOWN',
    message: `unknown option ${rawName}${advice}   (${usage} ${all} lists all ${options.length})`,
    field: rawName,
    ...(near === undefined ? {} : { remedy: `write --${near}` }),
  });
}
