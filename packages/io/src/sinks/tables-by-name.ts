import type { TableSpec } from '@synth/core';

/** The tables that a sink was opened with. */
export class TablesByName {
  readonly #tables = new Map<string, TableSpec>();

  open(tables: readonly TableSpec[]): void {
    for (const table of tables) this.#tables.set(table.name, table);
  }

  get(name: string): TableSpec | undefined {
    return this.#tables.get(name);
  }

  all(): TableSpec[] {
    return [...this.#tables.values()];
  }
}

/** What a table is called at the other end: a name, or a function of the table's. */
export type TargetName = string | ((table: string) => string);

export const targetName = (target: TargetName | undefined, table: string): string =>
  target === undefined ? table : typeof target === 'string' ? target : target(table);
