import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, so that another one can see whether it still runs. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When it began, where the system says so: numbers of processes are used again. */
  readonly start?: string;
}

/** The process that asks. */
export async function thisProcess(): Promise<ProcessIdentity> {
  const start = await startOf(process.pid);
  return { pid: process.pid, host: hostname(), ...(start === undefined ? {} : { start }) };
}

/** Whether a process runs. One of another machine is taken to: nothing here knows. */
export async function isAlive({ pid, host, start }: ProcessIdentity): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return start === undefined || (await startOf(pid)) === start;
}

/** The boot and the tick at which a process began; undefined without `/proc`, and for a process that has ended. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // Behind the name, which may hold anything: the state, and 19 fields on the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot.trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
