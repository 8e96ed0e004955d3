/** What was wrong with some rows, all of which are kept unless the kind says otherwise. */
export interface Problem {
  /** `end_before_start`, ... */
  readonly kind: string;
  /** One sentence: what it is, and what was done. */
  readonly what: string;
  readonly count: number;
  /** Ids or keys of the first rows. */
  readonly examples: readonly string[];
}

const mostExamples = 5;

/** Counts problems by kind. */
export class ProblemTally {
  readonly #found = new Map<string, { what: string; count: number; examples: string[] }>();

  add(kind: string, what: string, example: string): void {
    const found = this.#found.get(kind) ?? { what, count: 0, examples: [] };
    found.count++;
    if (found.examples.length < mostExamples) found.examples.push(example);
    this.#found.set(kind, found);
  }

  /** The problems, in the order in which they were first met. */
  list(): readonly Problem[] {
    return [...this.#found].map(([kind, found]) => ({ kind, ...found }));
  }
}
