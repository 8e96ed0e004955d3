import { isSynthError, SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

interface Explanation {
  readonly code: IoErrorCode;
  readonly what: string;
  readonly remedy?: string;
}

const full: Explanation = {
  code: 'OUTPUT_FULL',
  what: 'the disk is full',
  remedy: 'make room and run the same again: what is written is kept',
};
const unwritable: Explanation = {
  code: 'OUTPUT_UNWRITABLE',
  what: 'it cannot be written',
  remedy: 'choose a folder that you may write',
};
const lost: Explanation = { code: 'OUTPUT_LOST', what: 'it went away during the run' };
const closed: Explanation = { code: 'OUTPUT_CLOSED', what: 'its reader went away' };

const byErrno: Readonly<Record<string, Explanation>> = {
  ENOSPC: full,
  EDQUOT: { ...full, what: 'the quota is used up' },
  EFBIG: { ...full, what: 'the file system does not take files of this size' },
  EACCES: unwritable,
  EPERM: unwritable,
  EROFS: { ...unwritable, what: 'the disk is read-only' },
  ENOTDIR: { ...unwritable, what: 'a file stands where a folder should be' },
  EISDIR: { ...unwritable, what: 'a folder stands where a file should be' },
  EEXIST: { ...unwritable, what: 'a file stands where a folder should be' },
  ENOENT: lost,
  EPIPE: closed,
  ECONNRESET: closed,
  ERR_STREAM_DESTROYED: closed,
  ERR_STREAM_PREMATURE_CLOSE: closed,
};

/** What the file system or a stream refused, as an error with a code; every other error as it is. */
export function outputError(error: unknown, path: string): unknown {
  if (isSynthError(error)) return error;
  const errno = (error as NodeJS.ErrnoException | undefined)?.code;
  if (errno === undefined) return error;
  const known = byErrno[errno];
  if (known === undefined && (error as NodeJS.ErrnoException).syscall === undefined) return error;
  const { code, what, remedy } = known ?? {
    code: 'OUTPUT_FAILED',
    what: (error as Error).message,
  };
  return new SynthError<IoErrorCode>({
    code,
    message: `${path}: ${what}`,
    field: 'out',
    value: path,
    cause: error,
    ...(remedy === undefined ? {} : { remedy }),
  });
}

/** Does work that writes under `path`; what the system refuses is an {@link outputError}. */
export async function onOutput<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw outputError(error, path);
  }
}
