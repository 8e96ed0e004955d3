import type { Rng } from '../random/rng';
import type { Law } from './law';
import { demand, demandNear } from './law';

/** Draws looked at. */
const size = 65_536;
/** Standard errors allowed: the laws look at some hundred numbers. */
const limit = 5;

/**
 * The laws of a generator.
 *
 * @param make makes the generator under test, each time at its first draw
 * @example
 * ```ts
 * const laws = rngLaws(() => streams({ seed: 1, dataset: 'demo' }).stream('any').at(0));
 * laws.forEach((law) => law.check());
 * laws.length; // => 6
 * ```
 */
export function rngLaws(make: () => Rng): readonly Law[] {
  return [
    {
      name: 'gives the same draws from the same start',
      check() {
        const [one, two] = [make(), make()];
        for (let i = 0; i < 100; i++) demand(one.nextI32() === two.nextI32(), `draw ${i} differs`);
      },
    },
    {
      name: 'gives one word as a signed and as an unsigned number',
      check() {
        const [one, two] = [make(), make()];
        for (let i = 0; i < 1000; i++) {
          const signed = one.nextI32();
          demand((signed | 0) === signed, `nextI32 gave ${signed}`);
          const unsigned = two.nextU32();
          demand(unsigned === signed >>> 0, `nextU32 gave ${unsigned} where nextI32 gave ${signed}`);
        }
      },
    },
    {
      name: 'gives doubles of 53 bits in [0, 1) by two words',
      check() {
        const [one, two] = [make(), make()];
        let lowBits = 0;
        for (let i = 0; i < 1000; i++) {
          const x = one.nextF64();
          const whole = x * 9007199254740992;
          demand(x >= 0 && x < 1 && Number.isInteger(whole), `nextF64 gave ${x}`);
          lowBits += whole % 2;
          two.nextI32();
          two.nextI32();
          demand(same(one, two), `nextF64 number ${i} did not take two words`);
        }
        demandNear('the share of odd last bits', lowBits / 1000, 0.5, Math.sqrt(0.25 / 1000), limit);
      },
    },
    {
      name: 'continues from a state taken before',
      check() {
        const rng = make();
        rng.nextF64();
        rng.nextI32();
        const state = rng.getState();
        const after = Array.from({ length: 20 }, () => rng.nextI32());
        const moved = make();
        for (const restored of [rng, moved]) {
          restored.setState(state);
          after.forEach((draw, i) =>
            demand(restored.nextI32() === draw, `draw ${i} after the state differs`),
          );
        }
      },
    },
    {
      name: 'does not move when its state is read, nor when what was read is changed',
      check() {
        const [one, two] = [make(), make()];
        const state = one.getState() as unknown as number[];
        if (!Object.isFrozen(state)) state[0] = ~state[0]!;
        demand(same(one, two), 'the state changed');
        demand(one.nextI32() === two.nextI32(), 'the next draw changed');
      },
    },
    {
      name: 'sets each of the 32 bits, and each byte, equally often',
      check() {
        const rng = make();
        const bits = new Uint32Array(32);
        const bytes = Array.from({ length: 4 }, () => new Float64Array(256));
        for (let i = 0; i < size; i++) {
          const word = rng.nextI32();
          for (let bit = 0; bit < 32; bit++) bits[bit]! += (word >>> bit) & 1;
          bytes.forEach((counts, place) => counts[(word >>> (8 * place)) & 255]!++);
        }
        bits.forEach((count, bit) =>
          demandNear(`the share of ones in bit ${bit}`, count / size, 0.5, Math.sqrt(0.25 / size), limit),
        );
        bytes.forEach((counts, place) => demandUniform(`byte ${place}`, counts));
      },
    },
  ];
}

const same = (one: Rng, two: Rng): boolean => String(one.getState()) === String(two.getState());

/** Chi-square of counts that should be equal: nearly normal with mean `cells - 1` and twice that variance. */
export function demandUniform(what: string, counts: Float64Array): void {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chiSquare =
    counts.reduce((sum, count) => sum + (count - expected) * (count - expected), 0) / expected;
  const degrees = counts.length - 1;
  demandNear(`the chi-square of ${what}`, chiSquare, degrees, Math.sqrt(2 * degrees), limit);
}
