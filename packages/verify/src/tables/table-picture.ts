/** What a picture of a table is drawn of. */
export type TablePicture =
  | { readonly kind: 'funnel'; readonly view: number; readonly cart: number; readonly purchase: number }
  | {
      readonly kind: 'positions';
      readonly ranks: readonly RankShare[];
      readonly eta: number | null;
    }
  | { readonly kind: 'query-words'; readonly counts: readonly number[] }
  | { readonly kind: 'stars'; readonly counts: readonly number[] }
  | {
      readonly kind: 'review-words';
      /** Reviews by number of words: `counts[n]` have n. */
      readonly counts: ArrayLike<number>;
      readonly mu: number;
      readonly sigma: number;
    }
  | {
      readonly kind: 'vectors';
      readonly points: readonly { readonly x: number; readonly y: number; readonly group: string | null }[];
      /** Shares of the variance on both axes. */
      readonly shares: readonly [number, number];
      readonly of: number;
    };

/** Clicks at a rank by those at the first. */
export interface RankShare {
  readonly rank: number;
  readonly propensity: number;
  readonly error: number;
}
