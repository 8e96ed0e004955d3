import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { defaultSeed, SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';
import type { Check } from '../integrity/check';
import { PersonalData } from '../integrity/personal-data';
import type { ReadOptions } from '../source/read-options';
import { tableRows } from '../source/table-rows';
import { collectorOf } from './collector-of';
import { flatRow } from './flat-row';
import { LatenessStars } from './lateness-stars';
import type { RoleColumns } from './role-columns';
import { tableRoles, usualNames } from './role-columns';
import type { SniffedTable } from './sniffed-table';
import { sniffedTable } from './sniffed-table';
import type { TableCollector } from './table-findings';
import { notMeasured } from './table-findings';
import type { TableKind } from './table-kind';
import type { ReadTable, TableSet } from './table-set';
import { vectorArray } from './vector-array';

const mostRows = 1_200_000;

/** How to read tables. */
export interface TableReadOptions extends Pick<ReadOptions, 'seed' | 'maxRows'> {
  /** Whether to look for personal data. @defaultValue true */
  readonly personal?: boolean;
}

const readable = /\.(csv|tsv|jsonl|ndjson)(\.gz)?$|\.parquet$|\.npy$/i;

/**
 * Reads plain tables: a file, or every file of a folder that can be read.
 *
 * @param names columns that are not called as usual; each has to be in one of the files
 * @throws SynthError `SOURCE_UNREADABLE`, `SOURCE_EMPTY`, `SOURCE_UNSUITED` where no table is of a kind that is known,
 *   `INPUT_COLUMN_MISSING` for a column that no file has; the codes of `@synth/io` for files that are damaged
 */
export async function readTableSet(
  path: string,
  names: RoleColumns = {},
  options: TableReadOptions = {},
): Promise<TableSet> {
  const isFolder = (await statOf(path)).isDirectory();
  const paths = isFolder ? await filesIn(path) : [path];
  const files: SniffedTable[] = [];
  for (const one of paths) files.push(await sniffedTable(one, names));
  if (files.length > 0 && files.every(({ columns }) => columns.length === 0)) throw empty(path);
  requireNamed(path, files, names);
  if (files.every(({ kinds }) => kinds.length === 0)) throw unsuited(path, files);
  const reading = new Reading(options);
  for (const file of files) await reading.read(file, files);
  return { name: basename(resolve(path)), kind: isFolder ? 'folder' : 'file', ...reading.finish() };
}

/** Of numbers and times: their digits may look like a telephone or a card. */
const numericRoles = [
  'timestamp',
  'orderDate',
  'deliveryDate',
  'expectedDate',
  'returnDate',
  'vector',
] as const;

/** Files are read one after the other; tables of a kind with the same columns are parts of one. */
class Reading {
  readonly #stars: LatenessStars;
  readonly #collectors = new Map<TableKind, { readonly of: string; readonly collector: TableCollector }>();
  readonly #personal = new PersonalData();
  readonly #tables: ReadTable[] = [];
  readonly #checks: Check[] = [];
  readonly #options: TableReadOptions;

  constructor(options: TableReadOptions) {
    this.#options = options;
    this.#stars = new LatenessStars(options.seed ?? defaultSeed);
  }

  async read(file: SniffedTable, all: readonly SniffedTable[]): Promise<void> {
    const name = basename(file.path);
    if (file.kinds.length === 0) {
      const found = file.columns.length === 0 ? 'it has no rows' : `columns ${file.columns.join(', ')}`;
      this.#checks.push(notMeasured(name, `not a table of a known kind: ${found}`));
      return;
    }
    const array = file.path.endsWith('.npy') ? await vectorArray(file.path, all) : undefined;
    const { roles } = array ?? file;
    const collectors = file.kinds.flatMap((kind) => this.#collector(kind, roles, name) ?? []);
    if (collectors.length === 0) return;
    for (const column of file.columns) this.#personal.column(column, `of ${name}`);
    const { personal = true } = this.#options;
    const numeric = new Set(numericRoles.map((role) => roles[role]));
    let rows = 0;
    for await (const { row: read, where } of array?.rows ?? tableRows(file.path)) {
      const row = flatRow(read);
      rows++;
      for (const column of personal ? Object.keys(row) : [])
        if (!numeric.has(column)) this.#personal.look(row[column], () => `${column} ${where} of ${name}`);
      const cells = (role: keyof RoleColumns): unknown => {
        const column = roles[role];
        return column === undefined ? undefined : row[column];
      };
      for (const collector of collectors) collector.add(cells, () => `${where} of ${name}`, row);
    }
    this.#tables.push({ file: name, kinds: file.kinds, rows });
  }

  #collector(kind: TableKind, roles: RoleColumns, name: string): TableCollector | undefined {
    const of = JSON.stringify(Object.entries(roles).sort());
    const known = this.#collectors.get(kind);
    if (known !== undefined) {
      if (known.of === of) return known.collector;
      this.#checks.push(
        notMeasured(`${name}: ${kind}`, `another table of ${kind} with other columns was read before it`),
      );
      return undefined;
    }
    const { seed = defaultSeed, maxRows = mostRows } = this.#options;
    const collector = collectorOf(
      kind,
      { seed, maxRows, has: (role) => roles[role] !== undefined },
      this.#stars,
    );
    this.#collectors.set(kind, { of, collector });
    return collector;
  }

  finish(): Pick<TableSet, 'tables' | 'findings' | 'checks'> {
    return {
      tables: this.#tables,
      findings: Array.from(this.#collectors.values(), ({ collector }) => collector.finish()),
      checks: [...this.#checks, ...(this.#options.personal === false ? [] : this.#personal.finish())],
    };
  }
}

async function filesIn(dir: string): Promise<string[]> {
  const names = (await readdir(dir)).filter((name) => readable.test(name)).sort();
  return names.map((name) => join(dir, name));
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>>> {
  try {
    return await stat(path);
  } catch (cause) {
    throw new SynthError<VerifyErrorCode>({
      code: 'SOURCE_UNREADABLE',
      message: `there is no ${path}`,
      field: 'path',
      value: path,
      allowed: 'a file, or a folder of files',
      cause,
    });
  }
}

function requireNamed(path: string, files: readonly SniffedTable[], names: RoleColumns): void {
  for (const role of tableRoles) {
    const name = names[role];
    if (name === undefined || files.some(({ columns }) => columns.includes(name))) continue;
    const found = [...new Set(files.flatMap(({ columns }) => columns))];
    throw new SynthError({
      code: 'INPUT_COLUMN_MISSING',
      message: `${path}: no column ${name} for ${role} (found: ${found.join(', ')})`,
      field: role,
      value: name,
      allowed: found.join(', '),
      remedy: 'name a column that is there',
    });
  }
}

const empty = (path: string): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'SOURCE_EMPTY',
    message: `${path} has no rows`,
    field: 'path',
    value: path,
    allowed: 'a table with rows',
  });

const unsuited = (path: string, files: readonly SniffedTable[]): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'SOURCE_UNSUITED',
    message:
      files.length === 0
        ? `${path} has no table that can be read`
        : `${path} has no table of a known kind (columns: ${[...new Set(files.flatMap(({ columns }) => columns))].join(', ')})`,
    field: 'path',
    value: path,
    allowed: `events (${usualNames('event')[0]}), impressions (position, clicked), searches (query), reviews (rating, review_text), orders (order_date, delivery_date) or vectors (embedding)`,
    remedy: 'say what columns are called: --columns event=type,user=who',
  });
