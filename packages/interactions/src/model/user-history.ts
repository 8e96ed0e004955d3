import type { Rng, Stream } from '@synth/core';
import { normal } from '@synth/core';
import type { InteractionsModel } from './model';
import type { TasteProfile } from './taste';
import { tasteProfile } from './taste';

/** What one user does, in scratch that the next user overwrites. */
export interface UserHistory {
  /** The user's tastes. */
  readonly profile: TasteProfile;
  /** How many items the user takes: the length of what follows. */
  count: number;
  /** Items in the order of their times. */
  items: Int32Array;
  /** Ascending moments, in milliseconds since the epoch. */
  times: Float64Array;
  /** How often the user takes each item in all; empty where the configuration has no plays. */
  plays: Int32Array;
}

/** Acts out users, one after the other. */
export interface Histories {
  /** Everything that user `user` does. The object is the same at each call. */
  of(user: number): UserHistory;
  /** Only the tastes and the number of items. */
  intentOf(user: number): UserHistory;
}

/**
 * The histories of users. Each aspect reads a stream of its own (tastes, activity, choices, times, plays), keyed by the
 * user, so that an option that changes one leaves the luck of the others.
 */
export function histories(model: InteractionsModel): Histories {
  const { world, choice, tasteOf, visits, schedule, progression } = model;
  const { streams, activity, reserved, config } = world;
  const open = (name: string): ((user: number) => Rng) => {
    const stream: Stream = streams.stream(name);
    let rng: Rng | undefined;
    return (user) => (rng = stream.at(user, rng));
  };
  const activityOf = open('activity');
  const choicesOf = open('choices');
  const timesOf = open('times');
  const playsOf = open('plays');
  const z = normal({ mean: 0, sd: 1 });

  let capacity = activity.max;
  let places = new Int32Array(capacity);
  const { items: itemAt } = choice.order;
  const history: UserHistory = {
    profile: tasteProfile(world.catalogue.genres.names.length),
    count: 0,
    items: new Int32Array(capacity),
    times: new Float64Array(capacity),
    plays: new Int32Array(config.plays === null ? 0 : capacity),
  };

  function reserve(count: number): void {
    if (count <= capacity) return;
    capacity = count;
    history.items = new Int32Array(capacity);
    history.times = new Float64Array(capacity);
    places = new Int32Array(capacity);
    if (config.plays !== null) history.plays = new Int32Array(capacity);
  }

  function intentOf(user: number): UserHistory {
    tasteOf(user, history.profile);
    const own = reserved.get(user)?.length ?? 0;
    history.count = Math.max(own, activity.count(activityOf(user)));
    reserve(history.count);
    return history;
  }

  function drawPlays(rng: Rng, { mu, userSigma, itemSigma }: NonNullable<typeof config.plays>): void {
    const level = mu + userSigma * z.draw(rng);
    for (let i = 0; i < history.count; i++) {
      history.plays[i] = Math.max(
        1,
        Math.min(0x7fffffff, Math.round(Math.exp(level + itemSigma * z.draw(rng)))),
      );
    }
  }

  function of(user: number): UserHistory {
    intentOf(user);
    const own = reserved.get(user) ?? nothing;
    for (let i = 0; i < own.length; i++) places[i] = choice.placeOf(own[i]!);
    const free = history.count - own.length;
    const { profile, items, times } = history;
    const count = own.length + choice.choosePlaces(profile, free, choicesOf(user), places, own.length);
    history.count = count;
    const rng = timesOf(user);
    visits.times(count, rng, times);
    if (progression === undefined) for (let i = 0; i < count; i++) items[i] = itemAt[places[i]!]!;
    else progression.arrange(profile, places, count, rng, items);
    schedule.schedule(items, times, count, rng, progression !== undefined);
    if (config.plays !== null) drawPlays(playsOf(user), config.plays);
    return history;
  }

  return { of, intentOf };
}

const nothing: readonly number[] = [];
