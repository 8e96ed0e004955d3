import type { CoreErrorCode, Inputs, Streams } from '@synth/core';
import { SynthError } from '@synth/core';
import type { EventMaker } from '../events/event-batches';
import { eventMaker } from '../events/event-batches';
import type { EventSource } from '../events/event-source';
import { rankIds } from '../model/ids';
import { columnCounts } from '../matrix/counts';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import { kcore } from '../matrix/k-core';
import { matrixFromPairs } from '../matrix/matrix-from-pairs';
import { readIds, readInteractions, readOwnership, readPlaylists } from './read-interactions';
import type { RealConfig } from './real-config';

/** Real interactions, ready to be written. */
export interface RealModel {
  readonly matrix: InteractionMatrix;
  readonly source: EventSource;
  /** Positions in `matrix.indices`, each user's in order of time, then of item id. */
  readonly order: Int32Array;
  readonly makeEvents: EventMaker | undefined;
}

const matrices = new WeakMap<Inputs, WeakMap<RealConfig, InteractionMatrix>>();

/** The matrix of the inputs: read once for a configuration. */
export function realMatrix(config: RealConfig, inputs: Inputs): InteractionMatrix {
  let byConfig = matrices.get(inputs);
  if (byConfig === undefined) matrices.set(inputs, (byConfig = new WeakMap()));
  let matrix = byConfig.get(config);
  if (matrix === undefined) byConfig.set(config, (matrix = readMatrix(config, inputs)));
  return matrix;
}

function readMatrix(config: RealConfig, inputs: Inputs): InteractionMatrix {
  const whole = readWhole(config, inputs);
  if (config.kcore === null) return whole;
  const core = kcore(whole, config.kcore);
  if (core.rows > 0) return core;
  const { users, items } = config.kcore;
  throw new SynthError<CoreErrorCode>({
    code: 'CONFIG_INVALID',
    message: `kcore leaves nothing: no users with ${items} items that have ${users} users each`,
    field: 'kcore',
    value: config.kcore,
    allowed: 'bounds that some users and items meet',
    remedy: 'lower kcore.users or kcore.items',
  });
}

function readWhole(config: RealConfig, inputs: Inputs): InteractionMatrix {
  const { interactions, playlists, items, users } = inputs;
  const userIds = users === undefined ? {} : { users: readIds(users, 'users') };
  const itemIds = items === undefined ? {} : { items: readIds(items, 'items', config.columns.item) };
  if (interactions !== undefined)
    return matrixFromPairs(readInteractions(interactions, config), { ...userIds, ...itemIds });
  if (playlists !== undefined) return matrixFromPairs(readPlaylists(playlists), { ...userIds, ...itemIds });
  return matrixFromPairs(readOwnership(items ?? { rows: [] }, config), { ...userIds, ...itemIds });
}

/** Prepares what rows are made of. */
export function realModel(config: RealConfig, inputs: Inputs, streams: Streams): RealModel {
  const matrix = realMatrix(config, inputs);
  const order = timeOrder(matrix);
  const source = realSource(matrix, order, streams);
  return {
    matrix,
    source,
    order,
    makeEvents: config.events === null ? undefined : eventMaker(source, config.events),
  };
}

function timeOrder({ rows, indptr, indices, timestamps, items }: InteractionMatrix): Int32Array {
  const rank = rankIds(items);
  const rankOf = (item: number): number => rank?.[item] ?? item;
  const order = Int32Array.from(indices.keys());
  for (let user = 0; user < rows; user++) {
    order
      .subarray(indptr[user]!, indptr[user + 1]!)
      .sort(
        (a, b) =>
          (timestamps === undefined ? 0 : timestamps[a]! - timestamps[b]!) ||
          rankOf(indices[a]!) - rankOf(indices[b]!),
      );
  }
  return order;
}

/** Training events of real data: nobody knows what was shown, and an item's share is what it has. */
function realSource(matrix: InteractionMatrix, order: Int32Array, streams: Streams): EventSource {
  let shares: Float64Array | undefined;
  return {
    users: matrix.rows,
    userId: (user) => matrix.users[user]!,
    itemIds: matrix.items,
    streams,
    of: (user) => ({
      positives: order
        .subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!)
        .map((entry) => matrix.indices[entry]!),
    }),
    shares: () =>
      (shares ??= Float64Array.from(columnCounts(matrix), (count) => count / matrix.indices.length)),
  };
}
