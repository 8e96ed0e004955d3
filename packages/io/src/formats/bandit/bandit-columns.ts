import type { ColumnSpec, ColumnType, TableSpec } from '@synth/core';
import { nearestName, SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import { columnOfRole } from '../role-columns';

/** Which columns of which table are the rounds of a bandit. Names that are left out are looked for. */
export interface BanditChoice {
  readonly table?: string | undefined;
  readonly action?: string | undefined;
  readonly reward?: string | undefined;
  readonly propensity?: string | undefined;
  readonly position?: string | undefined;
  readonly context?: readonly string[] | undefined;
}

export interface BanditColumns {
  readonly table: TableSpec;
  readonly action: ColumnSpec;
  /** The table of the actions' ids, where the action is an id. */
  readonly actions: string | undefined;
  readonly reward: ColumnSpec;
  readonly propensity: ColumnSpec;
  readonly position: ColumnSpec | undefined;
  readonly context: readonly ColumnSpec[];
}

const numbers: readonly ColumnType[] = ['f64', 'f32', 'i32', 'u32', 'bool'];

/**
 * The rounds of a bandit: in the first table that has an item (the action), a label (the reward) and a propensity.
 *
 * @throws SynthError `FORMAT_UNSUITED` where no table has them, or lacks a column that was named
 */
export function banditColumns(tables: readonly TableSpec[], choice: BanditChoice): BanditColumns {
  const candidates = choice.table === undefined ? tables : [named(tables, choice.table, 'table')];
  for (const table of candidates) {
    const { columns } = table;
    const chosen = (name: string | undefined, found: ColumnSpec | undefined): ColumnSpec | undefined =>
      name === undefined
        ? found
        : choice.table === undefined
          ? byName(columns, name)
          : named(columns, name, table.name);
    const action = chosen(choice.action, columnOfRole(table, 'item'));
    const reward = chosen(choice.reward, columnOfRole(table, 'label') ?? byName(columns, 'reward'));
    const propensity = chosen(choice.propensity, byName(columns, 'propensity'));
    const position = chosen(choice.position, byName(columns, 'position'));
    if (table.truth === true || action === undefined || reward === undefined || propensity === undefined)
      continue;
    const context =
      choice.context?.map((name) => named(columns, name, table.name)) ??
      columns.filter(({ type }) => type === 'vector');
    const actions = table.references?.find((one) => one.column === action.name)?.table;
    return { table, action, actions, reward, propensity, position, context: context.filter(isNumeric) };
  }
  throw new SynthError<IoErrorCode>({
    code: 'FORMAT_UNSUITED',
    message: 'bandit needs a table with an item, a reward and a propensity, and none was chosen',
    field: 'format',
    value: 'bandit',
    allowed:
      'columns of the roles item and label, and a column propensity; or the names of others as options',
    remedy: 'choose that table too, name the columns, or leave bandit out',
  });
}

const isNumeric = ({ type }: ColumnSpec): boolean => type === 'vector' || numbers.includes(type);

const byName = (columns: readonly ColumnSpec[], name: string): ColumnSpec | undefined =>
  columns.find((column) => column.name === name);

function named<T extends { readonly name: string }>(all: readonly T[], name: string, where: string): T {
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = all.map((one) => one.name);
  const near = nearestName(name, names);
  throw new SynthError<IoErrorCode>({
    code: 'FORMAT_UNSUITED',
    message: `${where}: no ${name}${near === undefined ? '' : `: did you mean ${near}?`}`,
    field: name,
    value: name,
    allowed: names.join(', '),
  });
}
