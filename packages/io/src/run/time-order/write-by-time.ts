import { rm } from 'node:fs/promises';
import type { WrittenFile } from '../file-writer';
import { FileWriter } from '../file-writer';
import type { RunFile } from '../run-files';
import { mergedBatches } from './merge-runs';
import type { SortedRuns } from './sorted-runs';

/** Batches after which encoders let go of what they hold: about half a million rows. */
const batchesInFlush = 64;

/**
 * The second pass: writes the files of a table by time, from its sorted blocks. Memory is bounded whatever the rows.
 *
 * @returns the files, or undefined when the run was to end
 */
export async function writeByTime(
  runs: SortedRuns,
  files: readonly RunFile[],
  temporary: (path: string) => string,
  isStopped: () => boolean,
): Promise<readonly WrittenFile[] | undefined> {
  const path = temporary(runs.path);
  const outputs = files.map(({ file }) => ({
    encoder: file.encoder(),
    writer: new FileWriter(temporary(file.path), file),
  }));
  const flush = async (): Promise<void> => {
    for (const { encoder, writer } of outputs) {
      for (const chunk of encoder.finish()) await writer.append(chunk);
    }
  };
  try {
    for (const { writer } of outputs) {
      await writer.open([]);
      await writer.rewind(0);
    }
    let batches = 0;
    for await (const batch of mergedBatches(path, runs.runs, runs.column)) {
      for (const { encoder, writer } of outputs) {
        for (const chunk of encoder.encode(batch)) await writer.append(chunk);
      }
      if (++batches % batchesInFlush === 0) await flush();
      if (isStopped()) return undefined;
    }
    await flush();
    const written: WrittenFile[] = [];
    for (const { writer } of outputs) written.push(await writer.finish());
    await rm(path);
    return written;
  } finally {
    for (const { writer } of outputs) await writer.close();
  }
}
