import type { InputTable } from '@synth/core';
import { SynthError } from '@synth/core';
import type { LabelledRows } from '@synth/match-events';
import { featureColumns } from '@synth/match-events';
import type { CliErrorCode } from '../errors';

/** The features of a training set that both files have, and their labels. @throws SynthError `ARGUMENT_INVALID` */
export function labelledRows(train: InputTable, val: InputTable): readonly [LabelledRows, LabelledRows] {
  const has = ({ rows }: InputTable, column: string): boolean => rows[0] !== undefined && column in rows[0];
  const columns = featureColumns('full')
    .map(({ name }) => name)
    .filter((name) => has(train, name) && has(val, name));
  const of = (table: InputTable): LabelledRows => ({
    features: table.rows.map((row, at) => columns.map((name) => numberOf(row[name], name, table, at))),
    labels: table.rows.map((row, at) => numberOf(row['label'], 'label', table, at)),
  });
  return [of(train), of(val)];
}

function numberOf(value: unknown, column: string, { source, lines }: InputTable, at: number): number {
  const number = value === '' || value === null ? Number.NaN : Number(value);
  if (number >= 0 && number <= 1) return number;
  throw new SynthError<CliErrorCode>({
    code: 'ARGUMENT_INVALID',
    message: `${source}, line ${lines?.[at]}: ${column} is not a number of 0 to 1`,
    field: column,
    value,
    allowed: 'a number of 0 to 1',
    remedy: 'synth match verify-dataset says what else is wrong',
  });
}
