import type { Batch, Rng } from '@synth/core';
import { maxBatchRows } from '@synth/core';
import type { NegativeConfig } from './event-options';
import type { EventSource } from './event-source';
import type { NegativeSampler } from './negatives';
import { negativeSampler } from './negatives';

/** Columns of a batch while it fills. */
interface Filling {
  rows: number;
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly labels: Int32Array;
}

/** Makes the events of consecutive users: of the one at `start`, and so on, one for each id. */
export type EventMaker = (start: number, userIds: readonly string[]) => Generator<Batch>;

/**
 * The events of users: of each the positives in order of time with label 1, then the negatives with label 0, in the
 * order of the draws (`hard`: nearest first). A user without positives has none.
 *
 * Negatives are drawn from a stream keyed by the user: neither blocks nor batches change a row. Make it once: its
 * tables are made on first use and kept.
 *
 * @throws SynthError `EMBEDDINGS_MISSING`, `EMBEDDINGS_SHAPE`
 */
export function eventMaker(source: EventSource, config: NegativeConfig): EventMaker {
  const sample = negativeSampler(source, config);
  let logShares: Float64Array | undefined;
  return (start, userIds) => {
    logShares ??= source.shares().map((share) => Math.round(Math.log(share) * 1e6) / 1e6);
    return eventBatches(source, { sample, perUser: config.perUser, logShares }, start, userIds);
  };
}

function* eventBatches(
  source: EventSource,
  made: { readonly sample: NegativeSampler; readonly perUser: number; readonly logShares: Float64Array },
  start: number,
  userIds: readonly string[],
): Generator<Batch> {
  const { sample, perUser, logShares } = made;
  const stream = source.streams.stream('negatives');
  const negatives = new Int32Array(perUser);
  let rng: Rng | undefined;
  let filling = empty();
  // Batches leave between users: while one is acted out, its scratch must not be overwritten by another reader.
  const ready: Batch[] = [];
  const add = (user: number, item: number, label: number): void => {
    if (filling.rows === maxBatchRows) {
      ready.push(finished(filling, userIds, source.itemIds, logShares));
      filling = empty();
    }
    const row = filling.rows++;
    filling.users[row] = user;
    filling.items[row] = item;
    filling.labels[row] = label;
  };

  for (let k = 0; k < userIds.length; k++) {
    const user = source.of(start + k);
    if (user.positives.length === 0) continue;
    rng = stream.at(start + k, rng);
    const count = sample(user, rng, negatives);
    for (const item of user.positives) add(k, item, 1);
    for (let i = 0; i < count; i++) add(k, negatives[i]!, 0);
    while (ready.length > 0) yield ready.shift()!;
  }
  if (filling.rows > 0) yield finished(filling, userIds, source.itemIds, logShares);
}

const empty = (): Filling => ({
  rows: 0,
  users: new Int32Array(maxBatchRows),
  items: new Int32Array(maxBatchRows),
  labels: new Int32Array(maxBatchRows),
});

function finished(
  { rows, users, items, labels }: Filling,
  userIds: readonly string[],
  itemIds: readonly string[],
  logShares: Float64Array,
): Batch {
  const logQ = Float64Array.from({ length: rows }, (_, row) => logShares[items[row]!]!);
  const known = Uint8Array.from(logQ, (value) => (Number.isFinite(value) ? 1 : 0));
  return {
    table: 'events',
    rows,
    columns: {
      user_id: { type: 'dictionary', values: users.subarray(0, rows), dictionary: userIds },
      item_id: { type: 'dictionary', values: items.subarray(0, rows), dictionary: itemIds },
      label: { type: 'i32', values: labels.subarray(0, rows) },
      log_q: { type: 'f64', values: logQ, ...(known.includes(0) ? { valid: known } : {}) },
    },
  };
}
