// One run for kills.mjs, from the built packages.
import { interactionsDataset } from './interactions-dataset.mjs';
import { formatsByName, run } from '@synth/io';

const [out, workers, parts, order] = process.argv.slice(2);

const result = await run({
  dataset: interactionsDataset,
  config: { users: 30_000, items: 2000, minUserInteractions: 2, maxUserInteractions: 8 },
  formats: formatsByName(['csv', 'jsonl', 'csv.gz', 'parquet', 'npz', 'recbole']).map((format) => ({
    format,
  })),
  out,
  workers: Number(workers),
  ...(Number(parts) === 0 ? {} : { parts: Number(parts) }),
  ...(order === '' ? {} : { order }),
});
process.exitCode = result.status === 'complete' || result.status === 'already-complete' ? 0 : 1;
