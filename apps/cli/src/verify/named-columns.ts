import { nearestName, SynthError } from '@synth/core';
import type { ColumnNames, TableRole } from '@synth/verify';
import { tableRoles } from '@synth/verify';
import type { CliErrorCode } from '../errors';
import type { OptionValues } from '../options/option';
import { listOf, textOf } from '../options/option';

/** Options with a name of their own, by what their column holds. */
const flags = { user: 'user', item: 'item', time: 'timestamp', plays: 'plays', label: 'label' } as const;

/**
 * The columns that options name: `--user who`, or `--columns user=who,event=type`.
 *
 * @param prefix of options about the reference
 * @throws SynthError `OPTION_VALUE` for what no column is known to hold
 */
export function namedColumns(values: OptionValues, prefix: '' | 'reference-' = ''): ColumnNames {
  const named: Partial<Record<keyof ColumnNames, string>> = {};
  for (const pair of prefix === '' ? (listOf(values, 'columns') ?? []) : []) {
    const at = pair.indexOf('=');
    const [role, column] = [pair.slice(0, at), pair.slice(at + 1)];
    if (at < 1 || column === '' || !isRole(role)) throw wrong(pair, at < 1 ? pair : role);
    named[role] = column;
  }
  for (const [flag, role] of Object.entries(flags)) {
    const column = textOf(values, `${prefix}${flag}`);
    if (column !== undefined) named[role] = column;
  }
  return named;
}

const isRole = (text: string): text is TableRole => tableRoles.includes(text as TableRole);

function wrong(pair: string, role: string): SynthError<CliErrorCode> {
  const near = nearestName(role, tableRoles);
  return new SynthError({
    code: 'OPTION_VALUE',
    message: `--columns ${pair}: ${isRole(role) ? 'no column is named' : `nothing is called ${role}`}${near === undefined || isRole(role) ? '' : `: did you mean ${near}?`}`,
    field: '--columns',
    value: pair,
    allowed: `NAME=COLUMN with a name of ${tableRoles.join(', ')}`,
  });
}
