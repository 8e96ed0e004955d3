import { featureCount } from '../features/feature-names';

/** Decisions of travellers about each other, by columns: row i is one of `seekers[i]` about `others[i]`. */
export interface Decisions {
  /** People are numbered from 0 to this, exclusive. */
  readonly people: number;
  readonly seekers: Int32Array;
  readonly others: Int32Array;
  /** 1 for a yes. */
  readonly yes: Uint8Array;
  /** By feature of the pair. */
  readonly features: readonly Float64Array[];
  /** 0 for the choosier half, 1 for the other: of each person. Absent where nobody knows. */
  readonly sides?: Uint8Array;
}

/** The two decisions of a meeting, as rows of {@link Decisions}. */
export interface Meetings {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Of each decision, the number of its meeting; decisions that nobody answered have one of their own. */
  readonly of: Int32Array;
  /** Meetings, the unanswered among them. */
  readonly count: number;
}

/** Gathers decisions one by one: people are numbered in the order in which they appear. */
export class DecisionCollector {
  readonly #numbers = new Map<string, number>();
  readonly #seekers: number[] = [];
  readonly #others: number[] = [];
  readonly #yes: number[] = [];
  readonly #features: number[][] = Array.from({ length: featureCount }, () => []);

  add(seekerId: string, otherId: string, label: number, features: readonly number[]): void {
    this.#seekers.push(this.#numberOf(seekerId));
    this.#others.push(this.#numberOf(otherId));
    this.#yes.push(label);
    this.#features.forEach((column, i) => column.push(features[i]!));
  }

  get size(): number {
    return this.#yes.length;
  }

  /** The ids, in the order of their numbers. */
  get ids(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** @param sideOf 0 or 1 of each id; undefined where it is not known */
  finish(sideOf?: (id: string) => number | undefined): Decisions {
    const ids = this.ids;
    const sides = sideOf === undefined ? [] : ids.map(sideOf);
    const known = sideOf !== undefined && !sides.includes(undefined);
    return {
      people: ids.length,
      seekers: Int32Array.from(this.#seekers),
      others: Int32Array.from(this.#others),
      yes: Uint8Array.from(this.#yes),
      features: this.#features.map((column) => Float64Array.from(column)),
      ...(known ? { sides: Uint8Array.from(sides as number[]) } : {}),
    };
  }

  #numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) this.#numbers.set(id, (number = this.#numbers.size));
    return number;
  }
}

/** Finds the decisions that answer each other. */
export function meetingsOf({ people, seekers, others }: Decisions): Meetings {
  const rows = new Map<number, number>();
  const of = new Int32Array(seekers.length);
  const first: number[] = [];
  const second: number[] = [];
  let count = 0;
  seekers.forEach((seeker, row) => {
    const other = others[row]!;
    const answered = rows.get(other * people + seeker);
    rows.set(seeker * people + other, row);
    if (answered === undefined) {
      of[row] = count++;
      return;
    }
    of[row] = of[answered]!;
    first.push(answered);
    second.push(row);
  });
  return { first: Int32Array.from(first), second: Int32Array.from(second), of, count };
}
