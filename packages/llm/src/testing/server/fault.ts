/** What a server does wrong with a request. */
export type Fault =
  /** Turned away. `retryAfter` in seconds: a header, and for Gemini also in the body, as the real one has it. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly code?: string;
      readonly message?: string;
    }
  /** Turned away with a message that quotes the key that was sent. */
  | { readonly kind: 'echo-key'; readonly status: number }
  /** Answered, after so many milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection breaks; the work was done. */
  | { readonly kind: 'hang-up' }
  /** A success whose JSON stops half way. */
  | { readonly kind: 'cut' }
  /** A success whose JSON is of no known form. */
  | { readonly kind: 'malformed' }
  /** An object of another schema. */
  | { readonly kind: 'wrong-schema' }
  /** A success that declines to answer. */
  | { readonly kind: 'blocked' }
  /** An answer cut at the limit of its tokens. */
  | { readonly kind: 'truncated' }
  /** No count of tokens. */
  | { readonly kind: 'no-usage' }
  /** Vectors of half the dimension. */
  | { readonly kind: 'short-vectors' }
  /** One vector too few. */
  | { readonly kind: 'lost-vector' };

/** Faults that answer all the same: the work is done, and billed. */
export const billedFaults: ReadonlySet<Fault['kind']> = new Set([
  'slow',
  'hang-up',
  'cut',
  'malformed',
  'wrong-schema',
  'blocked',
  'truncated',
  'no-usage',
  'short-vectors',
  'lost-vector',
]);
