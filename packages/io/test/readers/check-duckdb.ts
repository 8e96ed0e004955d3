// Reads the sample with DuckDB and compares it with what is expected. Usage: check-duckdb.ts FOLDER
import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { argv } from 'node:process';
import { DuckDBInstance, version } from '@duckdb/node-api';
import type { Row } from '@synth/core';
import { expected } from './sample';

const folder = argv[2]!;

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
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
