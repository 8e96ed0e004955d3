import type { Row } from '@synth/core';
import type { Judged } from '../src/index';
import { judgeTables } from '../src/realism/judge-tables';
import { tableBandsOf } from '../src/realism/table-bands';
import { collectorOf } from '../src/tables/collector-of';
import { LatenessStars } from '../src/tables/lateness-stars';
import { roleColumns } from '../src/tables/role-columns';
import type { TableFindings } from '../src/tables/table-findings';
import type { TableKind } from '../src/tables/table-kind';

/** What rows in memory show as a table of a kind; columns are those of the first row. */
export function findingsOf(
  kind: TableKind,
  rows: readonly Row[],
  { maxRows = 1_000_000, seed = 'synth' } = {},
): TableFindings {
  const roles = roleColumns(Object.keys(rows[0] ?? {}));
  const collector = collectorOf(
    kind,
    { seed, maxRows, has: (role) => roles[role] !== undefined },
    new LatenessStars(seed),
  );
  rows.forEach((row, at) => {
    collector.add(
      (role) => (roles[role] === undefined ? undefined : row[roles[role]]),
      () => `row ${at}`,
      row,
    );
  });
  return collector.finish();
}

/** Figures of rows in memory, held to the bands of their kind or of a preset. */
export const judgedTable = (kind: TableKind, rows: readonly Row[], preset?: string): readonly Judged[] =>
  judgeTables([findingsOf(kind, rows)], tableBandsOf([kind], preset));

/** The verdicts of figures by name. */
export const verdictsOf = (judged: readonly Judged[]): Record<string, Judged['verdict']> =>
  Object.fromEntries(judged.map(({ figure, verdict }) => [figure, verdict]));
