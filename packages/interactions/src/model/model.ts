import type { Calendar, SharedWork } from '@synth/core';
import { calendar } from '@synth/core';
import type { ActivityFacts, ActivityModel } from './activity';
import { activityOf } from './activity';
import type { Catalogue } from './catalogue';
import type { ChoiceModel } from './choice';
import { choiceModel } from './choice';
import type { CatalogueSize, ChoiceTables } from './choice-tables';
import { choiceShared, sharedChoiceTables } from './choice-tables';
import { rankIds } from './ids';
import { lazily } from './lazily';
import type { Progression } from './progression';
import { progressionOf } from './progression';
import type { Scheduler } from './schedule';
import { scheduler } from './schedule';
import type { TasteModel } from './taste';
import { tasteModel } from './taste';
import type { VisitModel } from './visits';
import { visitModel } from './visits';
import type { World } from './world';

/** What all users' rows are drawn from: the world, and the tables by which a draw costs the same whatever the catalogue. */
export interface InteractionsModel {
  readonly world: World;
  readonly activity: ActivityModel;
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

/** Memory that threads can share where they prepare the same model, in bytes by name. */
export const modelShared = ({ catalogue }: World): Record<string, number> => choiceShared(sizeOf(catalogue));

const sizeOf = ({ items, genres }: Catalogue): CatalogueSize => ({ items, groups: genres.names.length });

/**
 * Prepares the tables of a world.
 *
 * @param work where several threads prepare the same; its findings are the facts of the world's activity
 */
export function interactionsModel(world: World, work?: SharedWork): InteractionsModel {
  const { config, catalogue, population } = world;
  const activity =
    work?.findings === undefined
      ? world.activity
      : activityOf(config.activity, work.findings as unknown as ActivityFacts);
  const room = roomFor(activity, world.reserved);
  const tables = sharedChoiceTables(sizeOf(catalogue), work, () => ({
    weights: world.weights,
    groupOf: catalogue.genres.of,
    groups: catalogue.genres.names.length,
  }));
  const choice = choiceModel(tables, room);
  const when = calendar(config);
  const itemIds = idsOf(catalogue);
  const born = catalogue.createdAt?.map((moment) =>
    moment > when.start ? moment : Number.NEGATIVE_INFINITY,
  );
  const { items } = choice.order;
  return {
    world,
    activity,
    choice,
    tasteOf: tasteModel(
      config.taste,
      {
        groupMass: choice.groupMass,
        mass: choice.mass,
        groupItems: itemsOfGroups(tables),
        ownGroups: population.ownGroups,
      },
      world.streams,
    ),
    when,
    visits: visitModel(config.sessions, when, room),
    schedule: scheduler({
      when,
      born: born?.some(Number.isFinite) ? Float64Array.from(items, (item) => born[item]!) : undefined,
      idRank: lazily(() => {
        const ranks = rankIds(itemIds);
        return ranks === undefined ? items : items.map((item) => ranks[item]!);
      }),
    }),
    progression: progressionOf(config.progression, choice.order, room),
    itemIds,
    placeIds: idsInOrder(itemIds, items),
  };
}

/** Items that pass through the loops at a time: many, but no more than the nearer of the processor's caches hold. */
const usualRoom = 4096;

/** Room for the busiest user at the least. */
function roomFor({ max }: ActivityModel, reserved: World['reserved']): number {
  let most = Math.max(usualRoom, max);
  for (const items of reserved.values()) most = Math.max(most, items.length);
  return most;
}

// Of the loops over the catalogue each has a function: engines compile a small one sooner than a large one around it.

function idsOf({ items, idOf }: Catalogue): string[] {
  const ids: string[] = [];
  for (let item = 0; item < items; item++) ids.push(idOf(item));
  return ids;
}

function idsInOrder(ids: readonly string[], items: Int32Array): string[] {
  const ordered: string[] = [];
  for (let place = 0; place < items.length; place++) ordered.push(ids[items[place]!]!);
  return ordered;
}

function itemsOfGroups({ groups, groupStart }: ChoiceTables): Int32Array {
  const counts = new Int32Array(groupStart.length - 1);
  for (let place = 0; place < groups.length; place++) counts[groups[place]!]!++;
  return counts;
}
