import seedrandom from 'seedrandom';
import { SynthError } from '../errors/synth-error';
import type { CoreErrorCode } from '../errors/codes';

/** What a caller may give as a seed: any string, or a finite number (its decimal text is the seed). */
export type Seed = string | number;

/** The seed of a run whose caller gave none. */
export const defaultSeed = 'synth';

/**
 * The text of a seed: `String(seed)`.
 *
 * @throws SynthError `SEED_INVALID` for NaN, an infinity, or anything that is neither text nor number
 * @example
 * ```ts
 * seedText(42); // => '42'
 * ```
 */
export function seedText(seed: Seed): string {
  if (typeof seed === 'string' || (typeof seed === 'number' && Number.isFinite(seed))) return String(seed);
  throw new SynthError<CoreErrorCode>({
    code: 'SEED_INVALID',
    message: `seed is ${String(seed)}: give a text or a finite number`,
    field: 'seed',
    value: seed,
    allowed: 'a text or a finite number',
  });
}

/** 128 bits as four signed 32-bit words. */
export type Words = readonly [number, number, number, number];

/** The 128-bit key of a seed: four words of seedrandom's ARC4 stream, taken once a run. */
export function seedKey(seed: Seed): Words {
  const source = seedrandom(seedText(seed));
  return [source.int32(), source.int32(), source.int32(), source.int32()];
}
