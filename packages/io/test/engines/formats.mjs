// Writes the same interactions in every format on this Node, reads the Parquet files with DuckDB, and prints digests: of
// the bytes of each file, or of what is in it where the bytes are a compressor's. Parquet by zstd is written and read
// where node:zlib has it; elsewhere the error must have its code and say what to do. Needs a build.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { formatsByName, formats as known, run } from '@synth/io';
import { interactionsDataset } from '../../bench/interactions-dataset.mjs';

const home = mkdtempSync(join(tmpdir(), 'synth-formats-'));
const config = { seed: 'engines', users: 9000, items: 500, minUserInteractions: 2, maxUserInteractions: 6 };
// The bandit format needs logged propensities.
const names = known.map(({ name }) => name).filter((name) => name !== 'bandit');

/** Runs in two workers: each Node starts its own. */
async function files(out, formats, tables) {
  const options = { dataset: interactionsDataset, config, formats, tables, workers: 2 };
  return (await run({ ...options, out: join(home, out) })).files;
}

/** The rows of a Parquet file as DuckDB reads them, as a digest, whatever their codec. */
async function rowsOf(out) {
  const instance = await DuckDBInstance.create();
  const duckdb = await instance.connect();
  const path = join(home, out, 'interactions.parquet');
  const codecs = await duckdb.runAndReadAll(`select distinct compression from parquet_metadata('${path}')`);
  const rows = await duckdb.runAndReadAll(
    `select count(*)::varchar, sum(hash(user_id, item_id, epoch_ms(timestamp)))::varchar from '${path}'`,
  );
  instance.closeSync();
  return { codecs: codecs.getRows().flat(), rows: rows.getRows().flat().join(' ') };
}

async function written(codec) {
  const [format] = formatsByName(['parquet']);
  const [{ content }] = await files(codec, [{ format, options: { codec } }], ['interactions']);
  return { content, ...(await rowsOf(codec)) };
}

function expectThat(holds, message) {
  if (!holds) throw new Error(message);
}

async function expectRefused() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  expectThat(major < 22 || (major === 22 && minor < 15), `Node ${process.versions.node} has no zstd`);
  const error = await written('zstd').then(
    () => undefined,
    (thrown) => thrown,
  );
  expectThat(error?.code === 'FORMAT_UNSUITED', `zstd: ${error}`);
  expectThat(error.remedy === 'take snappy, or a newer Node', `zstd: ${error.remedy}`);
}

try {
  const all = formatsByName(names).map((format) => ({ format }));
  for (const { path, sha256, content } of await files('all', all)) {
    console.log(`${content ?? sha256}  ${path}`);
  }
  const gzip = await written('gzip');
  console.log(`${gzip.content}  interactions.parquet by gzip`);
  console.log(`${gzip.rows}  its rows by DuckDB`);
  for (const [codec, name] of [
    ['none', 'UNCOMPRESSED'],
    ['snappy', 'SNAPPY'],
    ['zstd', 'ZSTD'],
  ]) {
    if (codec === 'zstd' && zlib.zstdCompressSync === undefined) await expectRefused();
    else {
      const { codecs, rows, content } = await written(codec);
      expectThat(codecs.join() === name, `${codec}: DuckDB finds ${codecs}`);
      expectThat(rows === gzip.rows, `${codec}: DuckDB reads ${rows}, not ${gzip.rows}`);
      expectThat(codec !== 'zstd' || content === gzip.content, `${codec}: holds ${content}`);
    }
    console.log(`as it must be  interactions.parquet by ${codec}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
