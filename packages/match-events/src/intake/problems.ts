/** What can be wrong with rows, each said in one sentence: what it is, and what was done. */
const sentences = {
  broken_json: 'a session that is not a JSON object is left out',
  gone: 'a session that ended while it was read, or is no text, is left out',
  no_user: 'a session that names no user is left out',
  duplicate_session: 'a further session of the same user is left out',
  duplicate_user: 'a further user of the same id is left out',
  duplicate_profile: 'a further profile of the same user is left out',
  user_without_id: 'a user without an id is left out',
  profile_without_user: 'a profile that names no user is left out',
  no_profile: 'a session whose user has no profile: the profile is unknown',
  no_session: 'a user without a session has no trip, and makes no event',
  not_active: 'a group that is not active makes no event',
  no_coordinates: 'destination without coordinates: its distance is unknown',
  no_dates: 'without a first or a last day: the dates are unknown',
  dates_unreadable: 'a day that is not YYYY-MM-DD: the dates are unknown',
  end_before_start: 'the last day lies before the first: the dates are unknown',
  age_invalid: 'an age that is no number from 0 on: it is unknown',
  average_age_invalid: 'an average_age that is no number from 0 on: it is unknown',
  budget_invalid: 'a budget that is no number from 0 on: it is unknown',
  members_count_invalid: 'a members_count that is no number from 0 on: it is unknown',
  personality_unknown: 'personality is none of introvert, ambivert, extrovert: it is unknown',
  smoking_unknown: 'smoking is none of never, sometimes, often: it is unknown',
  drinking_unknown: 'drinking is none of never, sometimes, often: it is unknown',
  interests_unreadable: 'interests that are no list of texts: what is no text is left out',
  languages_unreadable: 'languages that are no list of texts: what is no text is left out',
  top_interests_unreadable: 'top_interests that are no list of texts: what is no text is left out',
  dominant_languages_unreadable: 'dominant_languages that are no list of texts: what is no text is left out',
  text_unreadable: 'a field that should be a text and is none: it is unknown',
} as const;

/** The name of what can be wrong: `end_before_start`, ... */
export type ProblemKind = keyof typeof sentences;

/** What was wrong with some rows, all of which are kept unless the sentence says otherwise. */
export interface Problem {
  readonly kind: ProblemKind;
  /** One sentence: what it is, and what was done. */
  readonly what: string;
  readonly count: number;
  /** Ids or keys of the first rows. */
  readonly examples: readonly string[];
}

const mostExamples = 5;

/** Counts problems by kind. */
export class ProblemTally {
  readonly #found = new Map<ProblemKind, { count: number; examples: string[] }>();

  add(kind: ProblemKind, example: string): void {
    const found = this.#found.get(kind) ?? { count: 0, examples: [] };
    found.count++;
    if (found.examples.length < mostExamples) found.examples.push(example);
    this.#found.set(kind, found);
  }

  /** The problems, in the order in which they were first met. */
  list(): readonly Problem[] {
    return [...this.#found].map(([kind, found]) => ({ kind, what: sentences[kind], ...found }));
  }
}

/** The problems of several readings, each kind once. */
export function mergedProblems(...readings: readonly (readonly Problem[])[]): readonly Problem[] {
  const merged = new Map<ProblemKind, Problem>();
  for (const problem of readings.flat()) {
    const earlier = merged.get(problem.kind) ?? { ...problem, count: 0, examples: [] };
    const examples = [...earlier.examples, ...problem.examples].slice(0, mostExamples);
    merged.set(problem.kind, { ...earlier, count: earlier.count + problem.count, examples });
  }
  return [...merged.values()];
}

/**
 * What a kind of problem is, in one sentence; undefined for a word that is none.
 *
 * @example
 * ```ts
 * problemText('end_before_start'); // => 'the last day lies before the first: the dates are unknown'
 * ```
 */
export const problemText = (kind: string): string | undefined =>
  Object.hasOwn(sentences, kind) ? sentences[kind as ProblemKind] : undefined;
