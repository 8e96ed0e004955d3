import { SynthError } from '@synth/core';
import type { Store } from '@synth/core';
import { z } from 'zod';
import type { LlmErrorCode } from '../errors/codes';
import { readJson, writeJson } from '../store/json-value';
import type { LedgerEntry } from './ledger-entry';
import { addBooked, emptyEntry } from './ledger-entry';

const count = z.int().min(0);
const money = z.int().min(0).nullable();

const usageSchema = z.strictObject({
  inputTokens: count,
  cachedInputTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
  reasoningTokens: count,
  estimated: z.boolean(),
});

const entrySchema: z.ZodType<LedgerEntry> = z.strictObject({
  purpose: z.string(),
  provider: z.string(),
  model: z.string(),
  offline: z.boolean(),
  calls: count,
  answered: count,
  refused: count,
  unmeasured: count,
  unknownOutcome: count,
  usage: usageSchema,
  bookedTokens: count,
  nanoUsd: money,
  bookedNanoUsd: money,
});

const openSchema = z.strictObject({
  id: count,
  purpose: z.string(),
  provider: z.string(),
  model: z.string(),
  offline: z.boolean(),
  key: z.string(),
  tokens: count,
  nanoUsd: money,
  deferred: z.boolean(),
});

const stateSchema = z.strictObject({
  version: z.literal(1),
  run: z.string(),
  nextId: count,
  entries: z.array(entrySchema),
  open: z.array(openSchema),
});

/** A call that was sent, or is about to be, and has no outcome yet. */
export type OpenReservation = Readonly<z.infer<typeof openSchema>>;

/** All that a ledger knows; what its store holds. */
export interface LedgerState {
  nextId: number;
  readonly entries: LedgerEntry[];
  readonly open: Map<number, OpenReservation>;
}

/** The entry of a model and purpose; made where there is none. */
export function entryOf(
  state: LedgerState,
  of: Pick<LedgerEntry, 'purpose' | 'provider' | 'model' | 'offline'>,
  priced: boolean,
): LedgerEntry {
  const { purpose, provider, model } = of;
  const known = state.entries.find(
    (entry) => entry.purpose === purpose && entry.provider === provider && entry.model === model,
  );
  if (known !== undefined) return known;
  const made = emptyEntry({ purpose, provider, model, offline: of.offline }, priced);
  state.entries.push(made);
  return made;
}

/**
 * The state that an earlier process left, or an empty one. What was open then has an unknown outcome now and stays
 * booked; only a deferred call, whose answer can still be collected, stays open.
 *
 * @throws SynthError `LEDGER_INVALID`
 */
export async function loadLedger(
  store: Store | undefined,
  storeKey: string,
  run: string,
): Promise<LedgerState> {
  const state: LedgerState = { nextId: 0, entries: [], open: new Map() };
  const stored = store === undefined ? undefined : await readJson(store, storeKey);
  if (stored === undefined) return state;
  const parsed = stateSchema.safeParse(stored.value);
  if (!parsed.success || parsed.data.run !== run) {
    throw new SynthError<LlmErrorCode>({
      code: 'LEDGER_INVALID',
      message: `${storeKey} is not the ledger of run ${run}`,
      field: 'store',
      remedy: 'use another run name, or remove that value from the store',
    });
  }
  state.nextId = parsed.data.nextId;
  state.entries.push(...parsed.data.entries);
  for (const open of parsed.data.open) {
    if (open.deferred) state.open.set(open.id, open);
    else addBooked(entryOf(state, open, open.nanoUsd !== null), 'unknownOutcome', open.tokens, open.nanoUsd);
  }
  return state;
}

/** Writes the whole state: a reader sees it before or after, never between. */
export async function saveLedger(
  store: Store,
  storeKey: string,
  run: string,
  state: LedgerState,
): Promise<void> {
  const { nextId, entries, open } = state;
  await writeJson(store, storeKey, { version: 1, run, nextId, entries, open: [...open.values()] });
}
