// Reads the sample with DuckDB and compares it with what is expected. Usage: check-duckdb.ts FOLDER
import { deepStrictEqual } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { DuckDBInstance, version } from '@duckdb/node-api';
import type { Row } from '@synth/core';
import type { Manifest } from '../../src/index';
import { expected } from './sample';

const folder = argv[2]!;

/** The SQL of a run's card reads every table, with all rows. */
async function checkCard(path: string): Promise<void> {
  const card = await readFile(join(path, 'card.md'), 'utf8');
  const { reproducible } = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as Manifest;
  const statements = card
    .split('```sql\n')[1]!
    .split('```')[0]!
    .split('\n')
    .filter((line) => line.startsWith('SELECT'));
  const connection = await (await DuckDBInstance.create()).connect();
  // The paths of a card are below its folder.
  await connection.run(`set file_search_path = '${path}'`);
  const found: number[] = [];
  for (const statement of statements) {
    found.push((await connection.runAndReadAll(statement)).currentRowCount);
  }
  deepStrictEqual(
    found,
    reproducible.tables.map(({ rows }) => rows),
    path,
  );
}

async function main(): Promise<void> {
  const connection = await (await DuckDBInstance.create()).connect();
  const rowsOf = async (source: string): Promise<Row[]> => {
    // Rows as JSON texts: what DuckDB itself makes of its values.
    const reader = await connection.runAndReadAll(
      `select to_json(row)::varchar from (select * replace (strftime(time at time zone 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ') as time,
        extra::json as extra) from ${source}) row`,
    );
    return reader.getRows().map(([text]) => JSON.parse(String(text)) as Row);
  };
  await connection.run("set timezone = 'UTC'; set threads = 1");
  const file = (extension: string): string => `'${join(folder, `sample.${extension}`)}'`;
  const types = `{id: 'VARCHAR', user_id: 'VARCHAR', score: 'DOUBLE', single: 'FLOAT', plays: 'UINTEGER', delta: 'INTEGER',
    flag: 'BOOLEAN', time: 'TIMESTAMPTZ', taste: 'FLOAT[]', tags: 'VARCHAR[]', extra: 'VARCHAR'}`;
  const json = types.replace("'VARCHAR'}", "'JSON'}");
  const sources: Record<string, string> = {
    parquet: file('parquet'),
    jsonl: `read_json(${file('jsonl')}, format = 'newline_delimited', columns = ${json})`,
    'jsonl.gz': `read_json(${file('jsonl.gz')}, format = 'newline_delimited', columns = ${json})`,
    csv: `(select * replace (taste::json::float[] as taste, tags::json::varchar[] as tags) from read_csv(${file('csv')},
      header = true, all_varchar = false, columns = ${types.replace("'FLOAT[]'", "'VARCHAR'").replace("'VARCHAR[]'", "'VARCHAR'")}))`,
  };
  for (const [name, source] of Object.entries(sources)) {
    deepStrictEqual(await rowsOf(source), expected, name);
    console.log(`ok       ${name} (DuckDB ${version()})`);
  }
  for (const name of (await readdir(join(folder, 'runs'))).sort()) {
    await checkCard(join(folder, 'runs', name));
    console.log(`ok       card of ${name} (DuckDB ${version()})`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
