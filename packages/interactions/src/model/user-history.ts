import type { Rng, Stream } from '@synth/core';
import { normal } from '@synth/core';
import type { InteractionsConfig } from '../config/schema';
import type { Taker } from './choice';
import type { InteractionsModel } from './model';
import type { Tastes } from './taste';

/** What a user is about to do. */
export interface Intent {
  readonly tastes: Tastes;
  /** How many items the user takes. */
  readonly count: number;
}

/** What one user does. */
export interface UserHistory extends Intent {
  /** Items in the order of their times, as places of the choice order. */
  readonly places: Int32Array;
  /** Ascending moments, in milliseconds since the epoch. */
  readonly times: Float64Array;
  /** How often the user takes each item in all; empty where the configuration has no plays. */
  readonly plays: Int32Array;
}

/** What consecutive users do, one behind the other; the arrays may be longer than what they do. */
export interface UserHistories extends Omit<UserHistory, 'tastes' | 'count'> {
  /** How many users. */
  readonly users: number;
  /** Where each of them ends. */
  readonly ends: Int32Array;
}

/** Acts out users, in scratch that the next call overwrites. */
export interface Histories {
  /** Everything that a user does. */
  of(user: number): UserHistory;
  /** Everything that users do, from user `from` on: as many as there is room for, one at the least, not beyond `to`. */
  between(from: number, to: number): UserHistories;
  /** Only tastes, and how many items the user looks for: where tastes leave fewer a chance, they find fewer. */
  intentOf(user: number): Intent;
}

type Plays = NonNullable<InteractionsConfig['plays']>;

/** Users who are acted out at a time, at the most, and factors of their tastes: those of fewer users with many groups. */
const mostUsers = 128;
const mostFactors = 65_536;

const nothing: readonly number[] = [];

/**
 * The histories of users. Each aspect reads a stream of its own (tastes, activity, choices, orders, times, births, plays),
 * keyed by the user, so that an option that changes one leaves the luck of the others.
 *
 * Users are acted out some at a time, one aspect after the other: short loops over a row or two a user cost more than what
 * they do.
 */
export function histories(model: InteractionsModel): Histories {
  const { world, activity, choice, tasteOf, visits, schedule, progression } = model;
  const { streams, reserved, config } = world;
  const { room } = choice;
  const open = (name: string): ((user: number) => Rng) => {
    const stream: Stream = streams.stream(name);
    let rng: Rng | undefined;
    return (user) => (rng = stream.at(user, rng));
  };
  const activityOf = open('activity');
  const ordersOf = open('orders');
  const timesOf = open('times');
  const birthsOf = open('births');
  const playsOf = open('plays');
  const z = normal({ mean: 0, sd: 1 });

  const groups = world.catalogue.genres.names.length;
  const usersAtOnce = Math.max(1, Math.min(mostUsers, Math.floor(mostFactors / groups)));
  const choices = streams.stream('choices');
  const takers = Array.from({ length: usersAtOnce }, (): Taker => ({
    tastes: new Float64Array(groups),
    count: 0,
    rng: choices.at(0),
    firstDraw: 0,
    draws: 0,
  }));
  const ends = new Int32Array(usersAtOnce);
  const chosen = new Int32Array(room);
  const places = new Int32Array(room);
  const times = new Float64Array(room);
  const plays = new Int32Array(config.plays === null ? 0 : room);

  /** The items that only this user takes. */
  const ownOf = (user: number): readonly number[] => reserved.get(user) ?? nothing;

  const countOf = (user: number): number => Math.max(ownOf(user).length, activity.count(activityOf(user)));

  /** Draws how many items users take, as long as there is room for them; returns how many users these are. */
  function drawCounts(from: number, to: number): number {
    const most = Math.min(to - from, usersAtOnce);
    let users = 0;
    for (let rows = 0; users < most; users++) {
      const count = countOf(from + users);
      rows += count;
      if (rows > room) break;
      takers[users]!.count = count - ownOf(from + users).length;
    }
    return users;
  }

  function chooseItems(from: number, users: number): void {
    let draws = 0;
    for (let k = 0; k < users; k++) {
      const taker = takers[k]!;
      taker.rng = choices.at(from + k, taker.rng);
      draws = choice.draw(taker, draws);
    }
    choice.lookUp(draws);
    let end = 0;
    for (let k = 0; k < users; k++) {
      for (const item of ownOf(from + k)) chosen[end++] = choice.placeOf(item);
      ends[k] = end = choice.take(takers[k]!, chosen, end);
    }
  }

  function arrangeItems(from: number, users: number): void {
    let first = 0;
    for (let k = 0; k < users; k++) {
      const end = ends[k]!;
      progression.add(takers[k]!.tastes, chosen, first, end, ordersOf(from + k));
      first = end;
    }
    progression.arrange(chosen, first, places);
  }

  function putTimes(from: number, users: number): void {
    let first = 0;
    for (let k = 0; k < users; k++) {
      const end = ends[k]!;
      visits.times(timesOf(from + k), times, first, end);
      first = end;
    }
    first = 0;
    for (let k = 0; k < users; k++) {
      const end = ends[k]!;
      schedule.schedule(places, times, first, end, from + k, birthsOf);
      first = end;
    }
  }

  function drawPlays({ mu, userSigma, itemSigma }: Plays, from: number, users: number): void {
    for (let k = 0, i = 0; k < users; k++) {
      const rng = playsOf(from + k);
      const level = mu + userSigma * z.draw(rng);
      for (; i < ends[k]!; i++) {
        plays[i] = Math.max(1, Math.min(0x7fffffff, Math.round(Math.exp(level + itemSigma * z.draw(rng)))));
      }
    }
  }

  function between(from: number, to: number): UserHistories {
    const users = drawCounts(from, to);
    for (let k = 0; k < users; k++) tasteOf(from + k, takers[k]!.tastes);
    chooseItems(from, users);
    arrangeItems(from, users);
    putTimes(from, users);
    if (config.plays !== null) drawPlays(config.plays, from, users);
    return { users, ends, places, times, plays };
  }

  return {
    between,
    of(user) {
      between(user, user + 1);
      return { tastes: takers[0]!.tastes, count: ends[0]!, places, times, plays };
    },
    intentOf(user) {
      const { tastes } = takers[0]!;
      tasteOf(user, tastes);
      return { tastes, count: countOf(user) };
    },
  };
}
