import type { Clock } from '@synth/core';
import type { ManifestFile } from '../manifest/manifest';
import type { Executor, PartTask } from './executor';
import { Journal, recordsOf } from './journal';
import type { EarlierJournal } from './journal';
import { PassOutput } from './pass-output';
import type { Pass, Passes } from './passes';
import type { Progress } from './progress';
import type { RunDefinition } from './run-definition';
import type { RunFolder } from './run-folder';
import type { SinkFeed } from './sink-feed';
import type { PartialSummary, SummaryKeeper } from './summary-keeper';
import { writeByTime } from './time-order/write-by-time';
import type { WrittenFile } from './file-writer';

const saveMilliseconds = 10_000;

/** What the carrying out of a run works with. */
export interface RunTools {
  readonly definition: RunDefinition;
  readonly folder: RunFolder;
  readonly passes: Passes;
  readonly executor: Executor;
  readonly summary: SummaryKeeper;
  readonly sinks: SinkFeed | undefined;
  readonly progress: Progress;
  readonly clock: Clock;
  readonly isStopped: () => boolean;
}

/**
 * Makes what is left to make and ends the files; undefined when the run was to end before.
 *
 * @param earlier what an interrupted run left
 */
export async function carryOut(
  tools: RunTools,
  earlier: EarlierJournal | undefined,
): Promise<readonly ManifestFile[] | undefined> {
  const { definition, folder, passes, executor, summary } = tools;
  const journal = new Journal(folder.unfinished);
  const saver = new SummarySaver(tools);
  try {
    await journal.open(definition.description, earlier?.records);
    if (earlier !== undefined) await summary.restore();
    const ordered = await writeOrdered(tools, journal, saver, earlier);
    const parts = ordered === undefined ? undefined : await writeParts(tools, journal, saver, earlier);
    for (const one of await executor.takeSummaries()) summary.add(one);
    if (ordered !== undefined && parts !== undefined) {
      const all = [passes.ordered, ...passes.parts];
      const missing = summary.missing(all);
      if (missing.length > 0) for await (const one of executor.summarise(all, missing)) summary.add(one);
      const files =
        summary.missing(all).length > 0 ? undefined : await inOrder(tools, [...ordered, ...parts]);
      if (files !== undefined) return files;
    }
    await summary.save();
    return undefined;
  } finally {
    await journal.close();
  }
}

/** The files of the run; those by time are written now, in place of the sorted blocks. */
async function inOrder(
  { definition, folder, progress, isStopped }: RunTools,
  files: readonly ManifestFile[],
): Promise<readonly ManifestFile[] | undefined> {
  const sorted: ManifestFile[] = [];
  for (const { runs, files: own } of definition.run.byTime) {
    const written = await writeByTime(runs, own, (path) => folder.temporary(path), isStopped);
    if (written === undefined) return undefined;
    const made = own.map(({ format, file }, at) => ({
      path: file.path,
      format,
      tables: [...file.tables],
      ...written[at]!,
    }));
    tellFiles(progress, made);
    sorted.push(...made);
  }
  const isRuns = new Set<string>(definition.run.byTime.map(({ runs }) => runs.path));
  return [...files.filter((file) => !isRuns.has(file.path)), ...sorted];
}

/** Saves the summary now and then. */
class SummarySaver {
  readonly #summary: SummaryKeeper;
  readonly #clock: Clock;
  #next: number;

  constructor({ summary, clock }: RunTools) {
    this.#summary = summary;
    this.#clock = clock;
    this.#next = clock.now() + saveMilliseconds;
  }

  async add(partial: PartialSummary | undefined): Promise<void> {
    if (partial === undefined) return;
    this.#summary.add(partial);
    if (this.#clock.now() < this.#next) return;
    await this.#summary.save();
    this.#next = this.#clock.now() + saveMilliseconds;
  }
}

async function writeOrdered(
  { definition, folder, passes, executor, sinks, progress }: RunTools,
  journal: Journal,
  saver: SummarySaver,
  earlier: EarlierJournal | undefined,
): Promise<readonly ManifestFile[] | undefined> {
  const pass = passes.ordered;
  const output = new PassOutput(definition.run, pass, (path) => folder.temporary(path));
  try {
    const records = recordsOf(earlier, pass);
    const first = await output.open(records.map((record) => record.files));
    const kept = records.slice(0, first);
    progress.keep(kept);
    for (const { rows } of kept) sinks?.skip(rows);
    const onBatch = sinks === undefined ? undefined : sinks.write.bind(sinks);
    let next = first;
    for await (const piece of executor.ordered(pass, first, onBatch)) {
      if (piece.kind === 'chunk') {
        await output.append(piece);
        continue;
      }
      const { block, rows } = piece;
      await sinks?.flush();
      await journal.add({ pass: pass.key, block, rows, files: output.mark() });
      await saver.add(piece.summary);
      next = block + 1;
      progress.add(rows);
      progress.setBytes(pass.key, output.bytes);
      progress.tell({
        type: 'block-done',
        stage: pass.blocks[block]!.stage,
        block: pass.blocks[block]!.index,
      });
    }
    if (next < pass.blocks.length) return undefined;
    const files = manifestFiles(definition, pass, await output.finish());
    progress.setBytes(pass.key, output.bytes);
    tellFiles(progress, files);
    return files;
  } finally {
    await output.close();
  }
}

async function writeParts(
  { definition, passes, executor, progress }: RunTools,
  journal: Journal,
  saver: SummarySaver,
  earlier: EarlierJournal | undefined,
): Promise<readonly ManifestFile[] | undefined> {
  const tasks = new Map(
    passes.parts.map((pass): [string, PartTask] => [pass.key, { pass, records: recordsOf(earlier, pass) }]),
  );
  const done = new Map<string, readonly ManifestFile[]>();
  for await (const news of executor.parts([...tasks.values()])) {
    if (news.kind === 'opened') {
      progress.keep(tasks.get(news.pass)!.records.slice(0, news.kept));
      progress.setBytes(news.pass, news.bytes);
      continue;
    }
    if (news.kind === 'done') {
      const { pass } = tasks.get(news.pass)!;
      const files = manifestFiles(definition, pass, news.files);
      done.set(pass.key, files);
      tellFiles(progress, files);
      continue;
    }
    const { record } = news;
    const block = tasks.get(record.pass)!.pass.blocks[record.block]!;
    await journal.add(record);
    await saver.add(news.summary);
    progress.add(record.rows);
    progress.setBytes(record.pass, news.bytes);
    progress.tell({ type: 'block-done', stage: block.stage, block: block.index });
  }
  // In the order of the parts, not of their ends.
  return done.size < tasks.size ? undefined : passes.parts.flatMap((pass) => done.get(pass.key)!);
}

const manifestFiles = (
  { run }: RunDefinition,
  { outputs }: Pass,
  written: readonly WrittenFile[],
): readonly ManifestFile[] =>
  outputs.map(({ path, file: index }, at) => {
    const { format, file } = run.files[index]!;
    return { path, format, tables: [...file.tables], ...written[at]! };
  });

function tellFiles(progress: Progress, files: readonly ManifestFile[]): void {
  for (const { path, rows, bytes } of files) {
    progress.tell({ type: 'file-done', path, fileRows: rows, fileBytes: bytes });
  }
}
