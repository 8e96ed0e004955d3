import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import type { ProcessIdentity } from './process-identity';
import { isAlive, thisProcess } from './process-identity';

/** The lock's name in the folder that it guards. */
export const lockName = 'lock.json';

/** A holder writes its name right after it made the file. */
const writingMilliseconds = 200;

interface Holder extends ProcessIdentity {
  /** Which of the locks that this process took. */
  readonly number: number;
}

let taken = 0;

/** A lock that is held: nobody else writes into the folder. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a folder: a file that only one process can make. A lock whose process is dead is taken over.
 *
 * @param folder the folder, which exists
 * @throws SynthError `RUN_IN_USE`
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, lockName);
  const own = JSON.stringify({ ...(await thisProcess()), number: ++taken } satisfies Holder);
  while (!(await made(path, own))) {
    const found = await holderText(path);
    if (found === undefined) continue;
    const holder = parsed(found);
    if (holder !== undefined && (await isAlive(holder))) throw inUse(path, holder);
    await removeDead(path, found, own);
  }
  return {
    async release() {
      if ((await holderText(path)) === own) await rm(path, { force: true });
    },
  };
}

/** Makes the lock; false where there is one. */
async function made(path: string, text: string): Promise<boolean> {
  const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (handle === undefined) return false;
  try {
    await handle.writeFile(text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

/** What the lock says, once its holder has written it; undefined where it is gone. */
async function holderText(path: string): Promise<string | undefined> {
  for (let waited = 0; ; waited += 20) {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined || parsed(text) !== undefined || waited >= writingMilliseconds) return text;
    await sleep(20);
  }
}

function parsed(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** Removes the lock that says `found`, whose process is dead. Only one process at a time does so. */
async function removeDead(path: string, found: string, own: string): Promise<void> {
  const guard = `${path}-removal`;
  if (await made(guard, own)) {
    try {
      if ((await holderText(path)) === found) await rm(path, { force: true });
    } finally {
      await rm(guard, { force: true });
    }
    return;
  }
  const text = await holderText(guard);
  const remover = text === undefined ? undefined : parsed(text);
  if (remover !== undefined && (await isAlive(remover))) await sleep(20);
  else await rm(guard, { force: true });
}

function inUse(path: string, { pid, host }: Holder): SynthError<IoErrorCode> {
  return new SynthError({
    code: 'RUN_IN_USE',
    message: `another run writes into this folder: process ${pid} on ${host}`,
    field: 'out',
    value: { pid, host },
    allowed: 'a folder that no other run writes into',
    remedy: `wait until it has ended, or choose another folder (--out); if there is no such process, remove ${path}`,
  });
}
