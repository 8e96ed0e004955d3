import { availableParallelism } from 'node:os';
import type { DescribedPort } from '@synth/core';
import { formats } from '../formats/formats-by-name';
import type { Executor } from '../run/executor';
import { LocalExecutor } from '../run/local-executor';
import type { Passes } from '../run/passes';
import type { RunFolder } from '../run/run-folder';
import { expectedRowsOf } from '../run/run-files';
import type { SettledRun } from '../run/settled-run';
import type { EarlyThreads } from './early-threads';
import { PoolExecutor } from './pool-executor';
import { sharedMemory } from './shared-work';

/** Runs of fewer rows are over before workers have started. */
const rowsWorthWorkers = 500_000;

/** Bytes on their way from all workers to the files. */
const windowBytes = 192 << 20;
const smallestWindow = 4 << 20;
const largestWindow = 32 << 20;

/** What an executor is chosen by. */
export interface ExecutorOptions {
  readonly passes: Passes;
  readonly folder: RunFolder;
  readonly parts?: number;
  /** Default: one a core, where there is enough to do. */
  readonly workers?: number;
  readonly ports: Readonly<Record<string, DescribedPort>>;
  readonly signal?: AbortSignal;
  /** Threads that are started already. */
  readonly threads: EarlyThreads;
}

/** The executor of a run, and why it has fewer threads than asked for. */
export interface ChosenExecutor {
  readonly executor: Executor;
  readonly because?: string;
}

/** Workers where they can be used and are of use, else the calling thread. The bytes are the same. */
export function chooseExecutor(run: SettledRun, options: ExecutorOptions): ChosenExecutor {
  const { passes, folder, parts, ports, signal, threads } = options;
  const { dataset, config, inputs, chosen, order } = run;
  const signalled = signal === undefined ? {} : { signal };
  const local = (because?: string): ChosenExecutor => ({
    executor: new LocalExecutor(run, (path) => folder.temporary(path), { ports, ...signalled }),
    ...(because === undefined ? {} : { because }),
  });

  const wanted = Math.min(options.workers ?? usefulWorkers(run), jobsIn(passes));
  if (wanted <= 1) return local();
  const obstacle = obstacleIn(run);
  if (obstacle !== undefined) return local(obstacle);
  const input = {
    module: dataset.module!,
    dataset: { name: dataset.name, version: dataset.version },
    config,
    inputs,
    formats: run.formats.map(({ format, ...given }) => ({ name: format.name, ...given })),
    ...(chosen === undefined ? {} : { chosen }),
    ...(parts === undefined ? {} : { parts }),
    ...(order === undefined ? {} : { order }),
    unfinished: folder.unfinished,
    plan: run.whole,
    ...(dataset.kind === 'generated'
      ? { shared: sharedMemory(dataset.shared?.(config, inputs) ?? {}, dataset.findings?.(config, inputs)) }
      : {}),
    windowBytes: Math.min(largestWindow, Math.max(smallestWindow, Math.floor(windowBytes / wanted))),
  };
  return { executor: new PoolExecutor(input, run, threads.take(wanted - 1, input.module), signal) };
}

function usefulWorkers({ plan }: SettledRun): number {
  const rows = Object.values(expectedRowsOf(plan)).reduce((sum, count) => sum + count, 0);
  return rows < rowsWorthWorkers ? 1 : availableParallelism();
}

/** Blocks and parts: what can be done at the same time. */
const jobsIn = ({ ordered, parts }: Passes): number => Math.max(ordered.blocks.length, parts.length);

/** Why workers cannot make this run's blocks. */
function obstacleIn({ dataset, formats: choices, hasSinks }: SettledRun): string | undefined {
  if (dataset.kind === 'simulated') return 'the dataset talks to the outside while it runs';
  if (dataset.module === undefined) return 'the dataset does not say where workers can import it from';
  if (hasSinks) return 'sinks are fed from the calling thread';
  const own = choices.find(({ format }) => !formats.includes(format));
  return own === undefined ? undefined : `workers do not know the format ${own.format.name}`;
}
