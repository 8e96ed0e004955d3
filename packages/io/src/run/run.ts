import { systemClock } from '@synth/core';
import { cardText } from '../card/card';
import { chooseExecutor } from '../workers/choose-executor';
import { EarlyThreads } from '../workers/early-threads';
import type { Manifest } from '../manifest/manifest';
import { manifestText } from '../manifest/manifest';
import { carryOut } from './carry-out';
import { dryRun } from './dry-run';
import type { Task } from './existing-output';
import { taskIn } from './existing-output';
import { onOutput } from './output-error';
import { passesOf } from './passes';
import { Progress } from './progress';
import type { RunDefinition } from './run-definition';
import { defineRun } from './run-definition';
import { RunFolder } from './run-folder';
import { expectedRowsOf, reservedNames } from './run-files';
import { runManifest } from './run-manifest';
import type { RunOptions, RunSettings } from './run-options';
import { parseSettings } from './run-options';
import type { CompleteRun, RunResult } from './run-result';
import { SinkFeed } from './sink-feed';
import { SummaryKeeper } from './summary-keeper';
import { writeWhole } from './write-whole';

/**
 * Carries out one plan into one folder: one file a table and format, `manifest.json` and `card.md`.
 *
 * Files lie under `OUT/_unfinished` until all of them are whole and on the disk, then take their places, the manifest
 * last. The bytes follow from dataset, configuration, inputs, tables, formats and parts alone.
 *
 * A folder that holds the same run whole is left as it is (`already-complete`); one that holds it unfinished, whatever
 * stopped it, is gone on with; anything else is refused unless `overwrite` is set, which replaces only what runs leave.
 *
 * Only one run at a time writes into a folder; the lock of a process that was killed is taken over.
 *
 * @throws SynthError `CONFIG_INVALID`, `TABLE_UNKNOWN`, `OUTPUT_EXISTS`, `RUN_IN_USE`, `RESUME_MISMATCH`,
 *   `OUTPUT_UNWRITABLE`, `OUTPUT_FULL`, `OUTPUT_LOST`, `OUTPUT_FAILED`, and what dataset, formats, ports and sinks throw
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const settings = parseSettings(options);
  if (settings.dryRun) return dryRun(defineRun(options, settings), settings);
  const threads = new EarlyThreads(options);
  try {
    const definition = defineRun(options, settings);
    const folder = new RunFolder(settings.out);
    return await onOutput(settings.out, () => runInto(folder, definition, options, settings, threads));
  } finally {
    await threads.end();
  }
}

async function runInto(
  folder: RunFolder,
  definition: RunDefinition,
  options: RunOptions,
  settings: RunSettings,
  threads: EarlyThreads,
): Promise<RunResult> {
  const { clock = systemClock } = options;
  const started = clock.now();
  // What is whole is not written to, and may be read-only.
  const seen = await taskIn(folder, definition, settings.overwrite);
  if (seen.kind === 'nothing' && !(await folder.state()).isUnfinished) {
    return completed('already-complete', seen.manifest, folder, definition, clock.now() - started);
  }
  const lock = await folder.lock();
  try {
    const task = await taskIn(folder, definition, settings.overwrite);
    switch (task.kind) {
      case 'nothing':
        await folder.tidy();
        return completed('already-complete', task.manifest, folder, definition, clock.now() - started);
      case 'publish':
        await folder.publish(task.manifest.reproducible.files.map((file) => file.path));
        return completed('complete', task.manifest, folder, definition, clock.now() - started);
      case 'begin':
        await folder.begin();
    }
    return await work(folder, definition, options, settings, threads, task, started);
  } finally {
    await lock.release().catch(() => undefined);
  }
}

/** Makes what the folder lacks. */
async function work(
  folder: RunFolder,
  definition: RunDefinition,
  options: RunOptions,
  settings: RunSettings,
  threads: EarlyThreads,
  task: Task & { readonly kind: 'begin' | 'resume' },
  started: number,
): Promise<RunResult> {
  const { clock = systemClock } = options;
  const { run, description, planHash } = definition;
  const { dataset } = run;
  const { signal, onEvent, ports = {}, sinks: sinkList = [] } = options;
  const passes = passesOf(run, settings.parts);
  const { executor, because } = chooseExecutor(run, {
    passes,
    folder,
    ports,
    threads,
    ...(settings.parts === undefined ? {} : { parts: settings.parts }),
    ...(settings.workers === undefined ? {} : { workers: settings.workers }),
    ...(signal === undefined ? {} : { signal }),
  });
  const summary = new SummaryKeeper(folder.unfinished, planHash, dataset.summary?.(run.config, run.inputs));
  const progress = new Progress(
    description.tables,
    {
      expectedRows: sumOf(description.tables.map((table) => expectedRowsOf(run.plan)[table] ?? 0)),
      allBlocks: sumOf([passes.ordered, ...passes.parts].map((pass) => pass.blocks.length)),
      workers: executor.workers,
    },
    clock,
    started,
    onEvent,
  );
  const sinks = sinkList.length === 0 ? undefined : new SinkFeed(sinkList, dataset, run.tables, signal);
  progress.tell({
    type: 'run-started',
    dataset: dataset.name,
    out: folder.path,
    tables: description.tables,
    ...(because === undefined ? {} : { workersBecause: because }),
  });
  try {
    await sinks?.open(run.tables);
    const files = await carryOut(
      {
        definition,
        folder,
        passes,
        executor,
        summary,
        sinks,
        progress,
        clock,
        isStopped: () => signal?.aborted === true,
      },
      task.kind === 'resume' ? task.journal : undefined,
    );
    await executor.close();
    await sinks?.close();
    if (files === undefined) {
      progress.tell({ type: 'run-finished', status: 'interrupted' });
      return {
        ...factsOf(folder, definition),
        status: 'interrupted',
        rows: progress.rows,
        blocks: progress.blocks,
        allBlocks: sumOf([passes.ordered, ...passes.parts].map((pass) => pass.blocks.length)),
        milliseconds: progress.milliseconds(),
        workers: executor.workers,
      };
    }
    const manifest = runManifest(definition, {
      files,
      rows: progress.rows,
      describe: { rows: progress.rows, ...summary.figures() },
      ports,
      sections: options.sections?.() ?? {},
      started,
      milliseconds: progress.milliseconds(),
      keptBlocks: progress.keptBlocks,
      workers: executor.workers,
    });
    const notes = dataset.notes?.(run.config) ?? [];
    await writeWhole(folder.temporary(reservedNames.card), cardText(manifest, run.tables, notes));
    await writeWhole(folder.temporary(reservedNames.manifest), manifestText(manifest));
    await folder.publish(files.map((file) => file.path));
    progress.tell({ type: 'run-finished', status: 'complete' });
    return completed('complete', manifest, folder, definition, progress.milliseconds());
  } catch (error) {
    await executor.close();
    // What failed first is what is told.
    await sinks?.close().catch(() => undefined);
    if (task.kind === 'begin' && progress.blocks === 0) await folder.discard();
    throw error;
  }
}

const factsOf = (folder: RunFolder, { planHash, description }: RunDefinition) => ({
  out: folder.path,
  planHash,
  tables: description.tables,
});

function completed(
  status: CompleteRun['status'],
  manifest: Manifest,
  folder: RunFolder,
  definition: RunDefinition,
  milliseconds: number,
): CompleteRun {
  const { reproducible, circumstances } = manifest;
  return {
    ...factsOf(folder, definition),
    status,
    manifest,
    files: reproducible.files,
    rows: Object.fromEntries(reproducible.tables.map((table) => [table.name, table.rows])),
    describe: reproducible.describe,
    bytes: sumOf(reproducible.files.map((file) => file.bytes)),
    milliseconds,
    workers: circumstances.workers,
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
