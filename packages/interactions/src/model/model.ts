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
  /** Undefined where any order of a user's items is as likely. */
  readonly progression: Progression | undefined;
  /** The id of each item: one array, so that writers render it once. */
  readonly itemIds: readonly string[];
}

/** Prepares the tables of a world. */
export function interactionsModel(world: World): InteractionsModel {
  const { config, catalogue, population, weights } = world;
  const { genres } = catalogue;
  const choice = choiceModel({ weights, groupOf: genres.of, groups: genres.names.length });
  const groupItems = new Int32Array(genres.names.length);
  for (let item = 0; item < catalogue.items; item++) groupItems[genres.of[item]!]!++;
  const when = calendar(config);
  const itemIds = Array.from({ length: catalogue.items }, (_, item) => catalogue.idOf(item));
  const born = catalogue.createdAt?.map((moment) =>
    moment > when.start ? moment : Number.NEGATIVE_INFINITY,
  );
  return {
    world,
    choice,
    tasteOf: tasteModel(
      config.taste,
      { groupMass: choice.groupMass, mass: choice.mass, groupItems, ownGroups: population.ownGroups },
      world.streams,
    ),
    when,
    visits: visitModel(config.sessions, when),
    schedule: scheduler({
      when,
      born: born?.some(Number.isFinite) ? born : undefined,
      idRank: rankIds(itemIds),
    }),
    progression: progressionOf(config.progression, choice.order),
    itemIds,
  };
}
