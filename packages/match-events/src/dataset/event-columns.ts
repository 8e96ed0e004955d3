import type { Batch, Column } from '@synth/core';
import { presetNames } from '../config/presets';
import { featureCount, featureNames, matchTypes } from '../features/feature-names';
import { outcomes } from '../outcomes/outcome-model';

/** What events that were made by rules say of where they come from. */
export const eventSource = 'rule-based';

const sources: readonly string[] = [eventSource];

/** The events of a block, by columns, as they are made. */
export interface EventColumns {
  readonly rows: number;
  /** Codes of match types and outcomes. */
  readonly matchType: Int32Array;
  readonly outcome: Int32Array;
  readonly label: Int32Array;
  readonly time: Float64Array;
  /** By feature. */
  readonly features: readonly Float64Array[];
  /** Sets of bits by feature. */
  readonly missing: Uint8Array;
  readonly seeker: Int32Array;
  readonly other: Int32Array;
  readonly score: Float64Array;
  readonly probability: Float64Array;
}

export const newEventColumns = (rows: number): EventColumns => ({
  rows,
  matchType: new Int32Array(rows),
  outcome: new Int32Array(rows),
  label: new Int32Array(rows),
  time: new Float64Array(rows),
  features: Array.from({ length: featureCount }, () => new Float64Array(rows)),
  missing: new Uint8Array(rows),
  seeker: new Int32Array(rows),
  other: new Int32Array(rows),
  score: new Float64Array(rows),
  probability: new Float64Array(rows),
});

/** How the two of an event are called. */
export interface EventIds {
  seekerOf(row: number): string;
  otherOf(row: number): string;
}

const idColumns = ({ seekerOf, otherOf }: EventIds, rows: number): [Column, Column] => [
  { type: 'string', values: Array.from({ length: rows }, (_, row) => seekerOf(row)) },
  { type: 'string', values: Array.from({ length: rows }, (_, row) => otherOf(row)) },
];

/** A batch of `match_events_synthetic`. */
export function eventsBatch(
  columns: EventColumns,
  preset: (typeof presetNames)[number],
  ids?: EventIds,
): Batch {
  const { rows } = columns;
  const matchType: Column = { type: 'dictionary', values: columns.matchType, dictionary: matchTypes };
  const presets = new Int32Array(rows).fill(presetNames.indexOf(preset));
  const [seekerId, targetId] = ids === undefined ? [] : idColumns(ids, rows);
  return {
    table: 'match_events_synthetic',
    rows,
    columns: {
      matchType,
      'features.matchType': matchType,
      ...Object.fromEntries(
        featureNames.map((name, i): [string, Column] => [
          `features.${name}`,
          { type: 'f64', values: columns.features[i]! },
        ]),
      ),
      outcome: { type: 'dictionary', values: columns.outcome, dictionary: outcomes },
      label: { type: 'i32', values: columns.label },
      preset: { type: 'dictionary', values: presets, dictionary: presetNames },
      timestamp: { type: 'f64', values: columns.time },
      source: { type: 'dictionary', values: new Int32Array(rows), dictionary: sources },
      missing: missingColumn(columns.missing),
      ...(seekerId === undefined || targetId === undefined ? {} : { seekerId, targetId }),
    },
  };
}

/** A batch of `truth_events`. */
export function truthEventsBatch(columns: EventColumns, first: number, ids: EventIds): Batch {
  const { rows } = columns;
  const [seekerId, targetId] = idColumns(ids, rows);
  return {
    table: 'truth_events',
    rows,
    columns: {
      event: { type: 'i32', values: Int32Array.from({ length: rows }, (_, row) => first + row) },
      match_type: { type: 'dictionary', values: columns.matchType, dictionary: matchTypes },
      seeker_id: seekerId,
      target_id: targetId,
      score: { type: 'f64', values: columns.score },
      probability: { type: 'f64', values: columns.probability },
    },
  };
}

/** The names of the features that miss something, of each row. */
function missingColumn(sets: Uint8Array): Column {
  const offsets = new Int32Array(sets.length + 1);
  const codes: number[] = [];
  for (let row = 0; row < sets.length; row++) {
    for (let bits = sets[row]!, i = 0; bits !== 0; bits >>= 1, i++) if (bits & 1) codes.push(i);
    offsets[row + 1] = codes.length;
  }
  const values: Column = { type: 'dictionary', values: Int32Array.from(codes), dictionary: featureNames };
  return { type: 'list', values, offsets };
}
