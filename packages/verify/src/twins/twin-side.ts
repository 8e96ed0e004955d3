import { basename, join, resolve } from 'node:path';
import type { JsonValue, Row } from '@synth/core';
import { readManifest } from '@synth/io';
import { readableFormats, tableRowBatches } from '../source/table-rows';

/** Data in memory that can have a twin: what the packages' own verbs return (`interactions(...)`). */
export interface TwinData {
  readonly config: unknown;
  readonly tables: readonly { readonly name: string; readonly key: readonly string[] }[];
  rows(table: string): Iterable<Row>;
}

/** A table of one side. */
export interface TwinTable {
  readonly name: string;
  readonly key: readonly string[];
  /** The formats that it can be read in; of data in memory none. */
  readonly formats: readonly string[];
  /** Its rows; of files, those of a format. */
  rows(format: string | undefined): AsyncIterable<Row> | Iterable<Row>;
}

/** One of two twins, before its rows are read. */
export interface TwinSide {
  readonly name: string;
  /** The generator; undefined for data in memory. */
  readonly dataset: string | undefined;
  readonly config: JsonValue;
  /** Its input tables, by name: a digest of each. */
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly tables: readonly TwinTable[];
}

/** The folder of a run, or data in memory, as a side. */
export async function twinSide(side: string | TwinData, name: string): Promise<TwinSide> {
  return typeof side === 'string' ? runSide(side) : dataSide(side, name);
}

const dataSide = (data: TwinData, name: string): TwinSide => ({
  name,
  dataset: undefined,
  config: data.config as JsonValue,
  inputs: {},
  tables: data.tables.map(({ name: table, key }) => ({
    name: table,
    key,
    formats: [],
    rows: () => data.rows(table),
  })),
});

async function runSide(dir: string): Promise<TwinSide> {
  const { reproducible } = await readManifest(dir);
  return {
    name: basename(resolve(dir)),
    dataset: `${reproducible.dataset.name} ${reproducible.dataset.version}`,
    config: reproducible.config,
    inputs: Object.fromEntries(
      Object.entries(reproducible.inputs).map(([name, { sha256 }]) => [name, sha256]),
    ),
    tables: reproducible.tables.map(({ name, key }) => {
      const parts = reproducible.files.filter(({ tables }) => tables.length === 1 && tables[0] === name);
      return {
        name,
        key,
        formats: readableFormats.filter((format) => parts.some((part) => part.format === format)),
        rows: (format) =>
          rowsOf(parts.filter((part) => part.format === format).map(({ path }) => join(dir, path))),
      };
    }),
  };
}

async function* rowsOf(paths: readonly string[]): AsyncGenerator<Row> {
  for (const path of paths) for await (const { rows } of tableRowBatches(path)) yield* rows;
}
