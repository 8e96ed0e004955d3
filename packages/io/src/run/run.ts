import { join } from 'node:path';
import type { JsonValue } from '@synth/core';
import { canonicalJson, streams as openStreams, systemClock } from '@synth/core';
import { cardText } from '../card/card';
import type { ManifestFile } from '../manifest/manifest';
import { manifestText } from '../manifest/manifest';
import { dryRun } from './dry-run';
import { definitionFile, taskIn } from './existing-output';
import { FileWriter } from './file-writer';
import { localBlocks } from './local-blocks';
import { onOutput } from './output-error';
import type { RunDefinition } from './run-definition';
import { defineRun } from './run-definition';
import { RunFolder, writeWhole } from './run-folder';
import { expectedRowsOf, reservedNames } from './run-files';
import { runManifest } from './run-manifest';
import type { RunOptions, RunSettings } from './run-options';
import { parseSettings } from './run-options';
import type { RunProgress } from './run-event';
import type { CompleteRun, RunResult } from './run-result';
import { wantedBlocks } from './wanted-blocks';

/**
 * Carries out one plan into one folder: one file a table and format, `manifest.json` and `card.md`.
 *
 * Files lie under `OUT/_unfinished` until all of them are whole and on the disk, then take their places, the manifest
 * last. The bytes follow from dataset, configuration, inputs, tables and formats alone.
 *
 * A folder that holds the same run whole is left as it is (`already-complete`); one that holds it unfinished is gone
 * on with; anything else is refused unless `overwrite` is set, which replaces only what runs leave.
 *
 * @throws SynthError `CONFIG_INVALID`, `TABLE_UNKNOWN`, `OUTPUT_EXISTS`, `RESUME_MISMATCH`, `OUTPUT_UNWRITABLE`,
 *   `OUTPUT_FULL`, `OUTPUT_LOST`, `OUTPUT_FAILED`, and what dataset, formats, ports and sinks throw
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const settings = parseSettings(options);
  const definition = defineRun(options, settings);
  return settings.dryRun
    ? dryRun(definition, settings.out)
    : onOutput(settings.out, () => carryOut(definition, options, settings));
}

async function carryOut(
  definition: RunDefinition,
  options: RunOptions,
  settings: RunSettings,
): Promise<RunResult> {
  const { clock = systemClock, signal, onEvent, ports = {}, sinks = [] } = options;
  const { dataset, plan, planHash, description } = definition;
  const started = clock.now();
  const folder = new RunFolder(settings.out);
  const facts = { out: settings.out, planHash, tables: description.tables };
  const task = await taskIn(folder, definition, settings.overwrite);
  if (task.kind === 'nothing') {
    const { reproducible, circumstances } = task.manifest;
    return {
      ...facts,
      status: 'already-complete',
      manifest: task.manifest,
      files: reproducible.files,
      rows: Object.fromEntries(reproducible.tables.map((table) => [table.name, table.rows])),
      describe: reproducible.describe,
      bytes: bytesOf(reproducible.files),
      milliseconds: clock.now() - started,
      workers: circumstances.workers,
    } satisfies CompleteRun;
  }

  await folder.begin();
  await writeWhole(join(folder.unfinished, definitionFile), `${canonicalJson(description)}\n`);

  const blocks = wantedBlocks(plan);
  const rows: Record<string, number> = Object.fromEntries(description.tables.map((table) => [table, 0]));
  const expectedRows = Object.values(expectedRowsOf(plan)).reduce((sum, count) => sum + count, 0);
  const writers = definition.files.map(({ file }) => new FileWriter(folder.temporary(file.path), file));
  let done = 0;
  const progress = (): RunProgress => ({
    rows: sumOf(Object.values(rows)),
    keptRows: 0,
    expectedRows,
    bytes: sumOf(writers.map((writer) => writer.bytes)),
    blocks: done,
    allBlocks: blocks.length,
    workers: 1,
    milliseconds: clock.now() - started,
  });
  const streams = openStreams({ seed: definition.config.seed, dataset: dataset.name });
  const fold = dataset.summary?.(definition.config, definition.inputs);
  const summary = fold === undefined ? undefined : { fold, state: fold.empty() };

  onEvent?.({
    ...progress(),
    type: 'run-started',
    dataset: dataset.name,
    out: settings.out,
    tables: facts.tables,
  });
  try {
    for (const sink of sinks) await sink.open?.(definition.tables);
    for (const writer of writers) await writer.open();
    const made = localBlocks(definition, blocks, {
      streams,
      ports,
      sinks,
      rowsBefore: {},
      ...(summary === undefined ? {} : { summary }),
      ...(signal === undefined ? {} : { signal }),
    });
    for await (const block of made) {
      for (const [index, chunks] of block.chunks.entries()) await writers[index]!.append(chunks ?? []);
      for (const table in rows) rows[table] = rows[table]! + (block.rows[table] ?? 0);
      done++;
      onEvent?.({ ...progress(), type: 'block-done', stage: block.block.stage, block: block.block.index });
      if (signal?.aborted === true && done < blocks.length) {
        onEvent?.({ ...progress(), type: 'run-finished', status: 'interrupted' });
        return {
          ...facts,
          status: 'interrupted',
          rows,
          blocks: done,
          allBlocks: blocks.length,
          milliseconds: clock.now() - started,
          workers: 1,
        };
      }
    }

    const files: ManifestFile[] = [];
    for (const [index, writer] of writers.entries()) {
      const { format, file } = definition.files[index]!;
      const written = await writer.finish();
      files.push({ path: file.path, format, tables: [...file.tables], ...written });
      onEvent?.({
        ...progress(),
        type: 'file-done',
        path: file.path,
        fileRows: written.rows,
        fileBytes: written.bytes,
      });
    }
    for (const sink of sinks) await sink.flush?.();
    const describe: Record<string, JsonValue> = { rows, ...summary?.fold.finish(summary.state) };
    const manifest = runManifest(definition, {
      files,
      rows,
      describe,
      ports,
      sections: options.sections?.() ?? {},
      started,
      milliseconds: clock.now() - started,
      keptBlocks: 0,
      workers: 1,
    });
    const notes = dataset.notes?.(definition.config) ?? [];
    await writeWhole(folder.temporary(reservedNames.card), cardText(manifest, definition.tables, notes));
    await writeWhole(folder.temporary(reservedNames.manifest), manifestText(manifest));
    await folder.publish(
      files.map((file) => file.path),
      task.earlier,
    );
    onEvent?.({ ...progress(), type: 'run-finished', status: 'complete' });
    return {
      ...facts,
      status: 'complete',
      manifest,
      files,
      rows,
      describe,
      bytes: bytesOf(files),
      milliseconds: clock.now() - started,
      workers: 1,
    };
  } finally {
    for (const writer of writers) await writer.close();
    for (const sink of sinks) await sink.close();
  }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const bytesOf = (files: readonly ManifestFile[]): number => sumOf(files.map((file) => file.bytes));
