import type { Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import type { Check } from '../integrity/check';
import { bandsOf } from '../realism/bands-of';
import type { Judged } from '../realism/judged';
import { judgeTables } from '../realism/judge-tables';
import { tableBandsOf } from '../realism/table-bands';
import { readTableSet } from './read-table-set';
import type { RoleColumns } from './role-columns';
import type { ReadTable, TableSet } from './table-set';
import type { TablesVerdict } from './tables-verdict';
import { tablesVerdict } from './tables-verdict';

/** What to hold plain tables against. */
export interface VerifyTablesOptions {
  /** Whose bands. Default: what was published of tables of each kind. */
  readonly preset?: string;
  /** Columns that are not called as usual, by what they hold. */
  readonly columns?: RoleColumns;
  /** Of samples. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Beyond so many rows, those of a seeded sample of users are looked at. @defaultValue 1,200,000 */
  readonly maxRows?: number;
}

/** Everything that was found in plain tables; plain JSON. */
export interface TablesReport {
  readonly version: 1;
  readonly source: {
    readonly name: string;
    readonly kind: TableSet['kind'];
    readonly tables: readonly ReadTable[];
  };
  readonly preset: string | null;
  readonly seed: string;
  /** The smallest share of users or vectors that figures with intervals rest on, where not on all. */
  readonly sampledShare: number | null;
  readonly verdict: TablesVerdict;
  readonly integrity: readonly Check[];
  readonly realism: readonly Judged[];
}

/**
 * Judges plain tables of anybody by their shape: events (funnel and sessions), impressions (clicks by rank), searches,
 * reviews, orders, vectors. What a table is of is told by its columns.
 *
 * @param path a CSV, TSV, JSON Lines or Parquet file, or a folder of such; `.npy` arrays of vectors too
 * @throws SynthError `SOURCE_UNREADABLE`, `SOURCE_EMPTY`, `SOURCE_UNSUITED`, `PRESET_UNKNOWN`, `INPUT_COLUMN_MISSING`; the codes of
 *   `@synth/io` for files that are damaged
 */
export async function verifyTables(path: string, options: VerifyTablesOptions = {}): Promise<TablesReport> {
  return (await verifyTablesWithSet(path, options)).report;
}

/** As {@link verifyTables}, with what was read: pictures are drawn of it. */
export async function verifyTablesWithSet(
  path: string,
  options: VerifyTablesOptions = {},
): Promise<{ readonly report: TablesReport; readonly set: TableSet }> {
  const { preset, columns, seed = defaultSeed, maxRows } = options;
  bandsOf(preset);
  const set = await readTableSet(path, columns, { seed, maxRows });
  return { report: reportOf(set, preset, seed), set };
}

function reportOf(set: TableSet, preset: string | undefined, seed: Seed): TablesReport {
  const { name, kind, tables, findings } = set;
  const held = tableBandsOf(
    findings.map((one) => one.kind),
    preset,
  );
  const realism = judgeTables(findings, held);
  const integrity = [...findings.flatMap(({ checks }) => checks), ...set.checks];
  const shares = findings.flatMap(({ share }) => share ?? []);
  return {
    version: 1,
    source: { name, kind, tables },
    preset: preset ?? null,
    seed: String(seed),
    sampledShare: shares.length === 0 ? null : Math.min(...shares),
    verdict: tablesVerdict(integrity, realism),
    integrity,
    realism,
  };
}
