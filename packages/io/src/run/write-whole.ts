import { open } from 'node:fs/promises';

/** Writes a file so that it is on the disk. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
