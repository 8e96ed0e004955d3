import { burstiness, diurnalPeak } from '@synth/interactions/evaluate';
import { quantile } from './quantile';

/** Events by whom, in any order. */
export interface Visits {
  /** Who did each event, numbered from 0. */
  readonly keyOf: Int32Array;
  readonly keys: number;
  /** Milliseconds of each event; NaN throughout where there are no times. */
  readonly times: Float64Array;
  /** 1 where the event is a purchase. */
  readonly purchases: ArrayLike<number>;
  /** What each event is about, numbered from 0; -1 where nothing. */
  readonly items: ArrayLike<number>;
  /** The session of each event as the table names it; -1 where it does not. */
  readonly sessions: ArrayLike<number>;
  /** Whether those who did the events are users, and not sessions. */
  readonly byUser: boolean;
}

/** Sessions of one user are apart by more than this. */
const gapMs = 30 * 60_000;

/** Users with fewer gaps between events look more regular than they are. */
const fewestGaps = 2;

/**
 * Events by user and by session (T06, T11 to T14, T17).
 *
 * A session is the events of one user with gaps of at most 30 minutes; where there are no users or no times, what the
 * table calls one. NaN where the table has nothing to measure a figure by.
 */
export function visitFigures(visits: Visits): Record<string, number> {
  const { keyOf, keys, times, byUser } = visits;
  const timed = times.length > 0 && times.every((time) => Number.isFinite(time));
  const order = Int32Array.from(times.keys()).sort((a, b) => keyOf[a]! - keyOf[b]! || times[a]! - times[b]!);
  const counts = new Float64Array(keys);
  for (const key of keyOf) counts[key]!++;
  return {
    ...(byUser ? activity(counts) : {}),
    repeatShare: repeatShare(visits),
    ...sessions(visits, order, timed),
    burstiness: timed && byUser ? burstinessOf(times, order, counts) : Number.NaN,
    diurnalPeak: timed ? diurnalPeak(times) : Number.NaN,
  };
}

function activity(counts: Float64Array): Record<string, number> {
  const sorted = counts.slice().sort();
  const median = quantile(sorted, 0.5);
  return {
    eventsMedian: median,
    eventsMeanByMedian: sorted.reduce((sum, one) => sum + one, 0) / sorted.length / median,
    eventsP90: quantile(sorted, 0.9),
    eventsP99: quantile(sorted, 0.99),
  };
}

/** The share of events that are about something that the same user had before. */
function repeatShare({ keyOf, items, byUser }: Visits): number {
  if (!byUser) return Number.NaN;
  const pairs = new Set<number>();
  let events = 0;
  keyOf.forEach((key, row) => {
    if (items[row]! < 0) return;
    events++;
    pairs.add(key * 0x4000000 + items[row]!);
  });
  return events === 0 ? Number.NaN : 1 - pairs.size / events;
}

interface Session {
  events: number;
  buys: boolean;
}

function sessions(visits: Visits, order: Int32Array, timed: boolean): Record<string, number> {
  const { purchases, byUser } = visits;
  const all = timed && byUser ? sessionsByGap(visits, order) : sessionsByName(visits);
  const found = all.length === 0 ? Number.NaN : all.length;
  const sold = Array.from(purchases).some((one) => one === 1);
  return {
    sessionLength: all.reduce((sum, { events }) => sum + events, 0) / found,
    oneEventSessions: all.filter(({ events }) => events === 1).length / found,
    buyingSessions: sold ? all.filter(({ buys }) => buys).length / found : Number.NaN,
  };
}

function sessionsByGap({ keyOf, times, purchases }: Visits, order: Int32Array): Session[] {
  const all: Session[] = [];
  order.forEach((row, at) => {
    const before = order[at - 1];
    if (before === undefined || keyOf[before] !== keyOf[row] || times[row]! - times[before]! > gapMs)
      all.push({ events: 0, buys: false });
    const session = all.at(-1)!;
    session.events++;
    if (purchases[row] === 1) session.buys = true;
  });
  return all;
}

function sessionsByName({ keyOf, sessions: named, purchases, byUser }: Visits): Session[] {
  const all = new Map<number, Session>();
  keyOf.forEach((key, row) => {
    const name = byUser ? named[row]! : key;
    if (name < 0) return;
    const session = all.get(name) ?? { events: 0, buys: false };
    all.set(name, session);
    session.events++;
    if (purchases[row] === 1) session.buys = true;
  });
  return [...all.values()];
}

function burstinessOf(times: Float64Array, order: Int32Array, counts: Float64Array): number {
  const values: number[] = [];
  let start = 0;
  for (const count of counts) {
    if (count > fewestGaps) {
      const value = burstiness(Array.from(order.subarray(start, start + count), (row) => times[row]!));
      if (Number.isFinite(value)) values.push(value);
    }
    start += count;
  }
  return quantile(
    values.sort((a, b) => a - b),
    0.5,
  );
}
