import type { Batch, Block, Column } from '@synth/core';
import type { InteractionsModel } from '../model/model';
import type { Histories } from '../model/user-history';

type Texts = readonly (string | undefined)[];

/** A text column over a block, with nulls where values are missing. */
function textColumn(values: Texts, block: Block): Column {
  const slice = values.slice(block.start, block.end);
  const texts = slice.map((text) => text ?? '');
  if (!slice.includes(undefined)) return { type: 'string', values: texts };
  return {
    type: 'string',
    values: texts,
    valid: Uint8Array.from(slice, (text) => (text === undefined ? 0 : 1)),
  };
}

/** A number column over a block, with nulls where values are NaN. */
function numberColumn(type: 'f64' | 'timestamp', values: Float64Array, block: Block): Column {
  const slice = values.slice(block.start, block.end);
  if (!slice.some(Number.isNaN)) return { type, values: slice };
  return { type, values: slice, valid: Uint8Array.from(slice, (value) => (Number.isNaN(value) ? 0 : 1)) };
}

const passingColumns = (
  passing: readonly { name: string; values: Texts }[],
  block: Block,
): Record<string, Column> =>
  Object.fromEntries(passing.map(({ name, values }) => [name, textColumn(values, block)]));

/** The ids of a block's users. */
export function userIdsOf(model: InteractionsModel, block: Block): string[] {
  const { population } = model.world;
  const ids: string[] = [];
  for (let user = block.start; user < block.end; user++) ids.push(population.idOf(user));
  return ids;
}

export function usersBatch(model: InteractionsModel, block: Block, userIds: readonly string[]): Batch {
  return {
    table: 'users',
    rows: userIds.length,
    columns: {
      user_id: { type: 'string', values: userIds },
      ...passingColumns(model.world.population.passing, block),
    },
  };
}

export function itemsBatch(model: InteractionsModel, block: Block): Batch {
  const { catalogue } = model.world;
  const { genres, creators, ageDays, createdAt, scores, passing } = catalogue;
  return {
    table: 'items',
    rows: block.end - block.start,
    columns: {
      item_id: { type: 'string', values: model.itemIds.slice(block.start, block.end) },
      ...(creators === undefined ? {} : { creator_id: textColumn(creators, block) }),
      genre: {
        type: 'dictionary',
        values: genres.of.slice(block.start, block.end),
        dictionary: genres.names,
      },
      ...(ageDays === undefined || createdAt === undefined
        ? {}
        : {
            days_since_creation: numberColumn('f64', ageDays, block),
            created_at: numberColumn('timestamp', createdAt, block),
          }),
      popularity_score: numberColumn('f64', scores, block),
      ...passingColumns(passing, block),
    },
  };
}

export function truthItemsBatch(model: InteractionsModel, block: Block): Batch {
  const { weights, catalogue } = model.world;
  const { genres } = catalogue;
  return {
    table: 'truth_items',
    rows: block.end - block.start,
    columns: {
      item_id: { type: 'string', values: model.itemIds.slice(block.start, block.end) },
      weight: {
        type: 'f64',
        values: weights.slice(block.start, block.end).map((weight) => weight / model.choice.mass),
      },
      group: {
        type: 'dictionary',
        values: genres.of.slice(block.start, block.end),
        dictionary: genres.names,
      },
    },
  };
}

export function truthUsersBatch(
  model: InteractionsModel,
  histories: Histories,
  block: Block,
  userIds: readonly string[],
): Batch {
  const { groupMass } = model.choice;
  const rows = userIds.length;
  const activity = new Int32Array(rows);
  const tastes = Array.from(groupMass, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    const { tastes: factors, count } = histories.intentOf(block.start + row);
    activity[row] = count;
    let total = 0;
    for (let g = 0; g < groupMass.length; g++) {
      const mass = factors[g]! * groupMass[g]!;
      tastes[g]![row] = mass;
      total += mass;
    }
    for (const taste of tastes) taste[row] = taste[row]! / total;
  }
  return {
    table: 'truth_users',
    rows,
    columns: {
      user_id: { type: 'string', values: userIds },
      activity: { type: 'i32', values: activity },
      ...Object.fromEntries(tastes.map((values, g) => [`taste_${g + 1}`, { type: 'f64', values } as const])),
    },
  };
}
