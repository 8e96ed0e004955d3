// Writes the sample in every format that a real reader reads, and what is expected of it, into the folder given.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import type { Batch, TableSpec } from '@synth/core';
import { formatsByName, run } from '../../src/index';
import { playsDataset } from '../fixtures/plays-dataset';
import { fileOf } from '../formats-fixture';
import { interactionsBlocks, interactionsTable, itemsTable, usersTable } from '../interactions-fixture';
import { blocks, expected, impressions, impressionsTable, table, userItems } from './sample';

const folder = argv[2]!;

function write(
  names: readonly string[],
  tables: readonly TableSpec[],
  batches: readonly (readonly Batch[])[],
): void {
  const context = { dataset: 'demo', expectedRows: { items: 50 } };
  for (const format of formatsByName(names)) {
    for (const file of format.files(tables, context)) {
      const path = join(folder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, fileOf(file, batches));
    }
  }
}

write(['csv', 'csv.gz', 'jsonl', 'jsonl.gz', 'npy', 'parquet'], [table], blocks);
const made = interactionsBlocks(userItems, 50);
write(
  ['npz', 'recbole'],
  [itemsTable, usersTable, interactionsTable],
  [...made.itemBlocks, ...made.userBlocks],
);
write(['bandit'], [impressionsTable], [[impressions]]);
writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
writeFileSync(
  join(folder, 'user-items.json'),
  JSON.stringify({ userItems, users: made.users, items: made.items }),
);

/** Whole runs, for the code that their cards show. */
async function writeRuns(): Promise<void> {
  for (const [name, parts] of [
    ['csv'],
    ['csv.gz'],
    ['jsonl'],
    ['parquet'],
    ['csv', 2],
    ['parquet', 2],
  ] as const) {
    await run({
      dataset: playsDataset,
      config: { users: 9000, maxPlays: 2 },
      formats: formatsByName([name]).map((format) => ({ format })),
      out: join(folder, 'runs', parts === undefined ? name : `${name}-parts`),
      ...(parts === undefined ? {} : { parts }),
      workers: 1,
    });
  }
}

void writeRuns();
