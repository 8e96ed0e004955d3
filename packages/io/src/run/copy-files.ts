import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from './make-folder';
import { onOutput } from './output-error';

async function* bytesOf(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield* createReadStream(path, { highWaterMark: 1 << 20 });
}

/**
 * Writes the bytes of files, one file after the other, as one file. It is made beside its place under the name
 * `TARGET.new` and put there when it is whole, so that there is never half of it; what stood there before is replaced.
 *
 * @throws SynthError `OUTPUT_UNWRITABLE`, `OUTPUT_FULL`, `OUTPUT_LOST` and `OUTPUT_FAILED`; then the place is as it was
 * @example
 * ```ts no-run
 * await copyFiles(['out/songs/users.jsonl'], 'users.jsonl');
 * ```
 */
export async function copyFiles(paths: readonly string[], target: string): Promise<void> {
  const begun = `${target}.new`;
  await onOutput(target, async () => {
    await makeFolder(dirname(target));
    try {
      await pipeline(bytesOf(paths), createWriteStream(begun, { flush: true }));
      await rename(begun, target);
    } catch (error) {
      await rm(begun, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}
