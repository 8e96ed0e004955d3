import { SynthError } from '@synth/core';
import type { CliErrorCode } from '../errors';

/** An option of a command: what the parser reads and help shows. */
export interface Option {
  /** Without the dashes, in kebab-case. */
  readonly name: string;
  /** What stands for the value in help: `FILE`. Absent: a switch, which `--no-NAME` turns off. */
  readonly value?: string;
  /** One line, without a full stop. */
  readonly description: string;
  /** The default as help shows it. */
  readonly default?: string;
  /** Its value may hold a password, and is not repeated. */
  readonly secret?: boolean;
  /** May be given several times. */
  readonly repeatable?: boolean;
}

/** The options that were given: a text, a switch, or every text of a repeatable option. */
export type OptionValues = ReadonlyMap<string, string | boolean | readonly string[]>;

/** The text of an option, if it was given. */
export function textOf(values: OptionValues, name: string): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The texts of an option that takes a list separated by commas, if it was given.
 *
 * @throws SynthError `OPTION_VALUE` for a list of nothing
 */
export function listOf(values: OptionValues, name: string): string[] | undefined {
  const text = textOf(values, name);
  const list = text
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (list?.length !== 0) return list;
  throw new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `--${name} names nothing`,
    field: `--${name}`,
    value: text,
    allowed: 'one name, or several separated by commas',
  });
}
