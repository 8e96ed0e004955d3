import type { Rng } from './rng';
import type { Seed, Words } from './seed';
import { seedKey, seedText } from './seed';
import { Sfc32 } from './sfc32';

/** A 32-bit bijection with full avalanche (multiply-xorshift constants by TheIronBorn). */
function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  return h ^ (h >>> 15);
}

/** Chains a text into a 128-bit key; its length closes it, so that `a` + `bc` and `ab` + `c` differ. */
function absorb(key: Words, text: string): Words {
  let [a, b, c, d] = key;
  const take = (unit: number): void => {
    a = mix(a ^ unit ^ d);
    b = mix((b + a) | 0);
    c = mix(c ^ b);
    d = mix((d + c) | 0);
  };
  for (let i = 0; i < text.length; i++) take(text.charCodeAt(i));
  take(0x10000 + text.length);
  take(0x20000);
  return [a, b, c, d];
}

/** All the streams of one name: one generator for each entity, opened in a few nanoseconds. */
export interface Stream {
  /** The stream's name, unique in its dataset. */
  readonly name: string;
  /**
   * The generator of one entity, at its first draw. `entity` is the 0-based row index in its table, an integer in
   * [0, 2^53). Pass a generator of an earlier call to have it keyed anew in place of a new object.
   */
  at(entity: number, reuse?: Rng): Rng;
}

/** The randomness of one run of one dataset. */
export interface Streams {
  /** The seed's text. */
  readonly seed: string;
  /** The dataset's name. */
  readonly dataset: string;
  /** The stream of this name. The same name gives the same stream. */
  stream(name: string): Stream;
}

class KeyedStream implements Stream {
  readonly name: string;
  readonly #k0: number;
  readonly #k1: number;
  readonly #k2: number;
  readonly #k3: number;

  constructor(name: string, key: Words) {
    this.name = name;
    [this.#k0, this.#k1, this.#k2, this.#k3] = key;
  }

  at(entity: number, reuse?: Rng): Rng {
    const low = entity | 0;
    const high = (entity / 4294967296) | 0;
    const x = mix(low ^ this.#k0);
    let a = x ^ (high === 0 ? this.#k2 : mix(this.#k2 ^ mix(high)));
    let b = mix((x + this.#k1) | 0);
    let c = low ^ this.#k3;
    let d = 1;
    // Four steps of Sfc32 stir the words together before the first draw.
    for (; d <= 4; d++) {
      const t = (((a + b) | 0) + d) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + t) | 0;
    }
    if (!(reuse instanceof Sfc32)) return new Sfc32(a, b, c, d);
    reuse.a = a;
    reuse.b = b;
    reuse.c = c;
    reuse.d = d;
    return reuse;
  }
}

/**
 * The keyed streams of a run: every draw is a function of (seed, dataset, stream name, entity, index), so that rows
 * do not depend on workers, parts, batches or the point of a resume.
 *
 * The seed becomes 128 bits once (seedrandom); dataset and stream name are chained in once a stream; the entity is
 * absorbed between the words of that subkey, so that seeds do not share streams under permuted entities.
 *
 * @param options.seed any text or finite number
 * @param options.dataset the dataset's name
 * @throws SynthError `SEED_INVALID`
 * @example
 * ```ts
 * const tastes = streams({ seed: 42, dataset: 'demo' }).stream('tastes');
 * const first = tastes.at(17).nextU32();
 * tastes.at(18).nextU32() === first; // => false
 * tastes.at(17).nextU32() === first; // => true
 * ```
 */
export function streams(options: { seed: Seed; dataset: string }): Streams {
  const { dataset } = options;
  const seed = seedText(options.seed);
  const key = absorb(seedKey(seed), dataset);
  const opened = new Map<string, Stream>();
  return {
    seed,
    dataset,
    stream(name) {
      let stream = opened.get(name);
      if (stream === undefined) {
        stream = new KeyedStream(name, absorb(key, name));
        opened.set(name, stream);
      }
      return stream;
    },
  };
}
