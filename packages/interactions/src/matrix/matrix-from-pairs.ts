import type { InteractionMatrix } from './interaction-matrix';
import { matrixFromIndices } from './matrix-from-indices';

/** One interaction, by ids. */
export interface InteractionPair {
  readonly user_id: string;
  readonly item_id: string;
  /** @defaultValue 1 */
  readonly value?: number;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly timestamp?: number;
}

/**
 * The matrix of interactions given by ids, which are numbered in order of appearance. Repeated pairs become one entry
 * (see {@link matrixFromIndices}); timestamps are kept when every pair has one.
 *
 * @param options.users ids that the rows start with, so that users without interactions have a row too
 * @param options.items ids that the columns start with
 * @example
 * ```ts
 * const matrix = matrixFromPairs([{ user_id: 'ann', item_id: 'x' }, { user_id: 'bob', item_id: 'x' }]);
 * [matrix.rows, matrix.cols, matrix.users]; // => [2, 1, ['ann', 'bob']]
 * ```
 */
export function matrixFromPairs(
  pairs: Iterable<InteractionPair>,
  options: { readonly users?: readonly string[]; readonly items?: readonly string[] } = {},
): InteractionMatrix {
  const users = new Numbering(options.users);
  const items = new Numbering(options.items);
  const userIndices: number[] = [];
  const itemIndices: number[] = [];
  const values: number[] = [];
  const timestamps: number[] = [];
  for (const pair of pairs) {
    userIndices.push(users.of(pair.user_id));
    itemIndices.push(items.of(pair.item_id));
    values.push(pair.value ?? 1);
    if (pair.timestamp !== undefined) timestamps.push(pair.timestamp);
  }
  return matrixFromIndices({
    rows: users.ids.length,
    cols: items.ids.length,
    userIndices,
    itemIndices,
    values,
    ...(timestamps.length === userIndices.length && timestamps.length > 0 ? { timestamps } : {}),
    users: users.ids,
    items: items.ids,
  });
}

class Numbering {
  readonly ids: string[];
  readonly #indices: Map<string, number>;

  constructor(ids: readonly string[] = []) {
    this.ids = [...ids];
    this.#indices = new Map(ids.map((id, index) => [id, index]));
  }

  of(id: string): number {
    let index = this.#indices.get(id);
    if (index === undefined) {
      index = this.ids.length;
      this.ids.push(id);
      this.#indices.set(id, index);
    }
    return index;
  }
}
