import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Finding } from './check';

/** Whether files can be made in a folder, or the folder itself where it is not there yet. */
export async function writableFolder(path: string): Promise<Finding> {
  const remedy = 'give another folder: --out DIR';
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found === undefined && at !== dirname(at)) continue;
    if (!found?.isDirectory()) return { passed: false, detail: `${at} is no folder`, remedy };
    return access(at, constants.W_OK).then(
      () => ({ passed: true, detail: path }),
      () => ({ passed: false, detail: `no files can be made in ${at}`, remedy }),
    );
  }
}
