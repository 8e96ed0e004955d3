import { isSynthError, SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where a file should be',
  ENAMETOOLONG: 'the path is too long for the file system',
  EMFILE: 'too many files are open',
};

/** What the file system refused to a store, as an error with a code. */
export function storeError(
  code: Extract<IoErrorCode, 'STORE_UNREADABLE' | 'STORE_UNWRITABLE'>,
  path: string,
  cause: unknown,
): unknown {
  const errno = (cause as NodeJS.ErrnoException | undefined)?.code;
  if (isSynthError(cause) || errno === undefined) return cause;
  const verb = code === 'STORE_UNREADABLE' ? 'read' : 'written';
  return new SynthError<IoErrorCode>({
    code,
    message: `${path} cannot be ${verb}: ${reasons[errno] ?? (cause as Error).message}`,
    field: 'folder',
    value: path,
    remedy: 'choose a folder that you may read and write, on a disk with room',
    cause,
  });
}
