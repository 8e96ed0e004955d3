import type { Inputs, JsonValue, Row } from '@synth/core';
import { openTables, SynthError } from '@synth/core';
import type { MatchErrorCode } from '../errors';
import type { BadLine, NamedLines, ReadEvents } from './read-events';
import { readEvents } from './read-events';
import type { TrainingConfig, TrainingOptions } from './training-config';
import { trainingSchema } from './training-config';
import { trainingDataset } from './training-dataset';

/** Fewer events than this make no training set. */
export const leastEvents = 10;

/** A training set: its rows, and what a run needs to write it. */
export interface TrainingSet {
  readonly config: TrainingConfig;
  readonly inputs: Inputs;
  /** For the run engine: `run({ dataset, config, inputs, ... })`. */
  readonly dataset: typeof trainingDataset;
  /** Every line that was left out. */
  readonly badLines: readonly BadLine[];
  readonly files: ReadEvents['files'];
  /** Rows of `train`, `val` or `bad_lines`. */
  rows(table: 'train' | 'val' | 'bad_lines'): Generator<Row>;
  /** Rows, balance, match types and period of both parts; bad lines by kind. */
  describe(): Record<string, JsonValue>;
}

/**
 * Makes a training set of match events: reads lines, leaves out and lists those that are no event, splits by time.
 * Real and made events may be mixed: the column `source` tells them apart. Pure but for the lines that it is given.
 *
 * @param files lines of JSON Lines files or of application logs, where events follow `[ML_MATCH_EVENT]`
 * @throws SynthError `CONFIG_INVALID`; `EVENTS_TOO_FEW` under 10 events; `IDS_MISSING` and `SPLIT_EMPTY` of disjoint
 *   splits; what the lines throw
 * @example
 * ```ts
 * const data = matchEvents({ users: 500, groups: 50, count: 300 });
 * const lines = [...data.events()].map((event, i) => ({ line: i + 1, text: JSON.stringify(event) }));
 * const set = await buildDataset([{ name: 'events.jsonl', lines }], { features: 'full' });
 * [[...set.rows('train')].length, [...set.rows('val')].length]; // => [240, 60]
 * ```
 */
export async function buildDataset(
  files: Iterable<NamedLines>,
  options: TrainingOptions = {},
): Promise<TrainingSet> {
  const config = trainingSchema.parse(options);
  const read = await readEvents(files);
  if (read.events.length < leastEvents) throw tooFew(read);
  const inputs: Inputs = {
    events: { rows: read.events as unknown as readonly Row[] },
    bad_lines: { rows: read.badLines as unknown as readonly Row[] },
  };
  const tables = openTables(trainingDataset, config, inputs);
  return {
    config,
    inputs,
    dataset: trainingDataset,
    badLines: read.badLines,
    files: read.files,
    rows: (table) => tables.rows(table),
    describe: () => tables.model.figures,
  };
}

function tooFew({ events, badLines, files }: ReadEvents): SynthError<MatchErrorCode> {
  const [first] = badLines;
  const bad = `${badLines.length} bad line${badLines.length === 1 ? '' : 's'}`;
  const example = first === undefined ? '' : ` (${first.file}, line ${first.line}: ${first.reason})`;
  const other = files.reduce((sum, file) => sum + file.other, 0);
  return new SynthError({
    code: 'EVENTS_TOO_FEW',
    message: `${events.length} events, ${bad}${example} and ${other} other lines: a training set needs ${leastEvents} events`,
    field: 'files',
    value: events.length,
    allowed: `at least ${leastEvents} events`,
    remedy: 'give more files, or mend the bad lines',
  });
}
