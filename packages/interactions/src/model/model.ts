import type { Calendar } from '@synth/core';
import { calendar } from '@synth/core';
import type { ChoiceModel } from './choice';
import { choiceModel } from './choice';
import { rankIds } from './ids';
import type { Progression } from './progression';
import { progressionOf } from './progression';
import type { Scheduler } from './schedule';
import { scheduler } from './schedule';
import type { TasteModel } from './taste';
import { tasteModel } from './taste';
import type { VisitModel } from './visits';
import { visitModel } from './visits';
import type { World } from './world';

/** What all users' rows are drawn from: the world, and the tables that make a draw O(1). */
export interface InteractionsModel {
  readonly world: World;
  readonly choice: ChoiceModel;
  readonly tasteOf: TasteModel;
  readonly when: Calendar;
  readonly visits: VisitModel;
  readonly schedule: Scheduler;
  readonly progression: Progression;
  /** The id of each item: one array, so that writers render it once. */
  readonly itemIds: readonly string[];
  /** The id of the item at each place of the choice order: what is often taken stands together. */
  readonly placeIds: readonly string[];
}

/** Prepares the tables of a world. */
export function interactionsModel(world: World): InteractionsModel {
  const { config, catalogue, population, weights } = world;
  const { genres } = catalogue;
  const room = roomFor(world);
  const choice = choiceModel({ weights, groupOf: genres.of, groups: genres.names.length }, room);
  const groupItems = new Int32Array(genres.names.length);
  for (let item = 0; item < catalogue.items; item++) groupItems[genres.of[item]!]!++;
  const when = calendar(config);
  const itemIds: string[] = [];
  for (let item = 0; item < catalogue.items; item++) itemIds.push(catalogue.idOf(item));
  const born = catalogue.createdAt?.map((moment) =>
    moment > when.start ? moment : Number.NEGATIVE_INFINITY,
  );
  const { items } = choice.order;
  const ranks = rankIds(itemIds);
  const placeIds: string[] = [];
  for (let place = 0; place < items.length; place++) placeIds.push(itemIds[items[place]!]!);
  return {
    world,
    choice,
    tasteOf: tasteModel(
      config.taste,
      { groupMass: choice.groupMass, mass: choice.mass, groupItems, ownGroups: population.ownGroups },
      world.streams,
    ),
    when,
    visits: visitModel(config.sessions, when, room),
    schedule: scheduler({
      when,
      born: born?.some(Number.isFinite) ? Float64Array.from(items, (item) => born[item]!) : undefined,
      idRank: ranks === undefined ? items : items.map((item) => ranks[item]!),
    }),
    progression: progressionOf(config.progression, choice.order, room),
    itemIds,
    placeIds,
  };
}

/** Items that pass through the loops at a time: many, but no more than the nearer of the processor's caches hold. */
const usualRoom = 4096;

/** Room for the busiest user at the least. */
function roomFor({ activity, reserved }: World): number {
  let most = Math.max(usualRoom, activity.max);
  for (const items of reserved.values()) most = Math.max(most, items.length);
  return most;
}
