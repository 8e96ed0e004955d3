import type { Rng } from '@synth/core';
import type { ChoiceOrder } from './choice-order';
import type { ChoiceTables } from './choice-tables';
import { placeDraws } from './draws';
import type { Removal } from './removal';
import { removalModel } from './removal';
import type { Tastes } from './taste';

/** A user who takes items, and the first draws of their places. */
export interface Taker {
  readonly tastes: Tastes;
  /** How many items the user takes. */
  count: number;
  rng: Rng;
  /** The number of the first draw, and how many there are. */
  firstDraw: number;
  draws: number;
}

/** Draws distinct items for users, exactly as one draw after the other without replacement would. */
export interface ChoiceModel {
  /** Drawable mass of each group, and of all. */
  readonly groupMass: Float64Array;
  readonly mass: number;
  /** Where each item stands in the tables: its place. */
  readonly order: ChoiceOrder;
  /** How many draws there may be at a time. */
  readonly room: number;
  /**
   * Writes `count` distinct items to the front of `out`, in the order of the draws, none of `exclude`. Returns how many
   * there were: fewer than `count` only when the user's tastes leave fewer items a chance.
   */
  choose(tastes: Tastes, count: number, rng: Rng, out: Int32Array, exclude?: readonly number[]): number;
  /** Makes a user's first draws: as many as the user takes items, from draw `at` on. Returns the number of the next. */
  draw(taker: Taker, at: number): number;
  /** Looks up the first draws of all users, `end` in all. */
  lookUp(end: number): void;
  /**
   * Writes the places that a user takes to `out`, from `from` on, in the order of the draws; returns where they end. First
   * come those that were looked up, then as many more as are missing; none of the places `exclude`.
   */
  take(taker: Taker, out: Int32Array, from: number, exclude?: readonly number[]): number;
  /** The place of an item. */
  placeOf(item: number): number;
}

/** Draws that are looked up together, where nobody needs more. */
const usualRoom = 256;

/** Rejected draws that are put up with before removal takes over: with them, an item costs O(1) draws on average. */
const patience = 8;

/** The greatest stamp of a user: places need not be cleared before. */
const lastStamp = 0xffff;

const none: readonly number[] = [];

/**
 * A draw of an item that is taken is rejected: sequential sampling without replacement. When rejections outnumber
 * acceptances (a user takes most of the mass), the rest is drawn by removal: items of one group and of weights within a
 * factor of two form a cell; a draw picks a cell by its remaining mass, an item of it uniformly, and keeps it with its
 * weight over the cell's largest. Where one law ends and the other begins does not matter: given the items taken, the
 * next item has the same distribution under both.
 */
export function choiceModel(order: ChoiceTables, room = usualRoom): ChoiceModel {
  const { items, weights, groupStart } = order;
  const groups = groupStart.length - 1;
  const groupMass = new Float64Array(groups);
  for (let g = 0; g < groups; g++) {
    for (let place = groupStart[g]!; place < groupStart[g + 1]!; place++)
      groupMass[g] = groupMass[g]! + weights[place]!;
  }
  const draws = placeDraws(order, groupMass, room);

  // Few users need it, and of a catalogue that is big for what they take, none.
  let removal: Removal | undefined;
  let placesOfItems: Int32Array | undefined;

  // Scratch: a place is taken when its stamp is the current user's.
  const stamps = new Uint16Array(items.length);
  let stamp = 0;
  const drawnPlaces = new Int32Array(room);

  function nextStamp(): number {
    if (stamp === lastStamp) {
      stamps.fill(0);
      stamp = 0;
    }
    return ++stamp;
  }

  function draw(taker: Taker, at: number): number {
    taker.firstDraw = at;
    taker.draws = draws.draw(taker.tastes, Math.min(taker.count, room - at), taker.rng, at);
    return at + taker.draws;
  }

  function take(taker: Taker, out: Int32Array, from: number, exclude = none): number {
    const { tastes, count, rng, firstDraw } = taker;
    const own = nextStamp();
    for (const place of exclude) stamps[place] = own;
    let taken = 0;
    let rejected = 0;
    let drawn = taker.draws;
    while (drawn > 0 && rejected <= taken + patience) {
      for (let i = firstDraw; i < firstDraw + drawn; i++) {
        const place = drawnPlaces[i]!;
        if (stamps[place] === own) rejected++;
        else {
          stamps[place] = own;
          out[from + taken++] = place;
        }
      }
      if (taken === count) break;
      drawn = draws.draw(tastes, Math.min(count - taken, taker.draws), rng, firstDraw);
      draws.lookUp(firstDraw, firstDraw + drawn, drawnPlaces);
    }
    if (taken === count) return from + count;
    removal ??= removalModel(order);
    return from + removal(tastes, count, taken, rng, out, from, exclude);
  }

  function placeOf(item: number): number {
    if (placesOfItems === undefined) {
      placesOfItems = new Int32Array(items.length);
      for (let place = 0; place < items.length; place++) placesOfItems[items[place]!] = place;
    }
    return placesOfItems[item]!;
  }

  return {
    groupMass,
    mass: groupMass.reduce((sum, one) => sum + one, 0),
    order,
    room,
    draw,
    lookUp: (end) => draws.lookUp(0, end, drawnPlaces),
    take,
    placeOf,
    choose(tastes, count, rng, out, exclude = none) {
      const taker: Taker = { tastes, count, rng, firstDraw: 0, draws: 0 };
      draws.lookUp(0, draw(taker, 0), drawnPlaces);
      const taken = take(taker, out, 0, exclude.map(placeOf));
      for (let i = 0; i < taken; i++) out[i] = items[out[i]!]!;
      return taken;
    },
  };
}
