import type { Seed } from '../random/seed';
import type { Stream, Streams } from '../random/streams';
import type { Law } from './law';
import { demand, demandNear } from './law';
import { demandUniform } from './rng-laws';

/** Standard errors allowed: the laws look at some thousand numbers. */
const limit = 5.5;

/** Opens the streams under test. */
export type OpenStreams = (options: { seed: Seed; dataset: string }) => Streams;

/**
 * The laws of keyed streams: what `streams` of `@synth/core` promises, and what any other way of keying must keep.
 * They take some seconds together.
 *
 * @param open opens the streams under test
 * @example
 * ```ts
 * const [first] = streamLaws(streams);
 * first.name; // => 'gives a draw that is a function of seed, dataset, name and entity alone'
 * first.check();
 * ```
 */
export function streamLaws(open: OpenStreams): readonly Law[] {
  const stream = (seed: Seed = 'laws', name = 'one', dataset = 'laws'): Stream =>
    open({ seed, dataset }).stream(name);
  return [
    {
      name: 'gives a draw that is a function of seed, dataset, name and entity alone',
      check() {
        const streams = open({ seed: 'laws', dataset: 'laws' });
        const expected = [5, 6, 7].map((entity) => streams.stream('one').at(entity).nextI32());
        const other = stream();
        const reused = other.at(99);
        const again = [7, 6, 5].map((entity) => other.at(entity, reused).nextI32()).reverse();
        demand(String(again) === String(expected), `${again} in another order, ${expected} before`);
      },
    },
    {
      name: 'separates seeds, datasets, names and entities, above 2^32 too',
      check() {
        const keys = [
          stream().at(0),
          stream('laws2').at(0),
          stream('laws', 'two').at(0),
          stream('laws', 'one', 'laws2').at(0),
          stream('laws', 'eone', 'laws').at(0),
          stream('laws', 'one', 'lawse').at(0),
          stream(1).at(0),
          stream(-1).at(0),
          ...[1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 33, 2 ** 52, 2 ** 53 - 1].map((entity) =>
            stream().at(entity),
          ),
        ];
        const draws = keys.map((rng) => rng.nextF64());
        demand(new Set(draws).size === keys.length, `${keys.length} keys gave ${new Set(draws).size} draws`);
      },
    },
    {
      name: 'gives neighbours among entities, names and seeds draws that do not correlate',
      check() {
        const n = 1024;
        const many = 48;
        const sets = {
          entities: (i: number) => stream().at(i),
          'entities 2^20 apart': (i: number) => stream().at(i * 1048576),
          names: (i: number) => stream('laws', `name${i}`).at(3),
          seeds: (i: number) => stream(i).at(3),
        };
        for (const [what, at] of Object.entries(sets)) {
          const columns = Array.from({ length: many }, (_, i) => {
            const rng = at(i);
            return Float64Array.from({ length: n }, () => rng.nextF64() - 0.5);
          });
          for (let lag = 1; lag < many; lag++) {
            for (let i = 0; i + lag < many; i++) {
              if (lag > 4 && i > 0) break;
              demandUncorrelated(`${what} ${i} and ${i + lag}`, columns[i]!, columns[i + lag]!);
            }
          }
        }
      },
    },
    {
      name: 'gives first draws of consecutive entities that are uniform, in value and bit by bit',
      check() {
        const n = 262_144;
        const one = stream();
        let rng = one.at(0);
        const cells = new Float64Array(1024);
        const pairs = new Float64Array(1024);
        const bits = new Float64Array(64);
        let before = 0;
        for (let entity = 0; entity < n; entity++) {
          rng = one.at(entity, rng);
          const words = [rng.nextI32(), rng.nextI32()];
          for (let bit = 0; bit < 64; bit++) bits[bit]! += (words[bit >> 5]! >>> (bit & 31)) & 1;
          const top = words[0]! >>> 22;
          cells[top]!++;
          pairs[((before >>> 5) << 5) | (top >>> 5)]!++;
          before = top;
        }
        bits.forEach((count, bit) =>
          demandNear(`the share of ones in bit ${bit}`, count / n, 0.5, Math.sqrt(0.25 / n), limit),
        );
        demandUniform('first draws', cells);
        demandUniform('first draws of neighbours', pairs);
      },
    },
    {
      name: 'changes half of the bits of a draw when one bit of the entity or one letter of a key changes',
      check() {
        const n = 4096;
        const one = stream();
        for (let bit = 0, power = 1; bit < 40; bit++, power *= 2) {
          const flips = new Float64Array(32);
          for (let i = 0; i < n; i++) {
            const entity = i * 7919;
            const changed = entity % (2 * power) < power ? entity + power : entity - power;
            countBits(one.at(entity).nextI32() ^ one.at(changed).nextI32(), flips);
          }
          demandHalf(`after entity bit ${bit}`, flips, n);
        }
        const keyed: Record<string, (i: number, changed: string) => Stream> = {
          'a letter of the name': (i, letter) => stream('laws', `${i}${letter}`),
          'a letter of the seed': (i, letter) => stream(`${i}${letter}`),
          'a letter of the dataset': (i, letter) => stream('laws', 'one', `${i}${letter}`),
        };
        for (const [what, at] of Object.entries(keyed)) {
          const flips = new Float64Array(32);
          const tries = 512;
          for (let i = 0; i < tries; i++)
            countBits(at(i, 'a').at(1).nextI32() ^ at(i, 'b').at(1).nextI32(), flips);
          demandHalf(`after ${what}`, flips, tries);
        }
      },
    },
    {
      name: 'gives a million keys a million first draws',
      check() {
        const entities = 65_536;
        const [seeds, names] = [
          [1, 2, 3, 4],
          ['a', 'b', 'c', 'd'],
        ];
        const draws = new Float64Array(entities * seeds.length * names.length);
        let at = 0;
        for (const seed of seeds) {
          for (const name of names) {
            const one = stream(seed, name);
            let rng = one.at(0);
            for (let entity = 0; entity < entities; entity++) {
              rng = one.at(entity, rng);
              draws[at++] = rng.nextF64();
            }
          }
        }
        // Of 2^20 draws of 53 bits one pair in 16,000 runs is equal by chance.
        demandDistinct('first draws', draws);
      },
    },
    {
      name: 'does not give one seed the streams of another under other entities',
      check() {
        // A key of seed XOR entity makes entity e of seed s the entity e XOR s XOR t of seed t.
        const entities = 16_384;
        const seeds = [1, 2, 3, 17];
        const draws = new Float64Array(entities * seeds.length);
        seeds.forEach((seed, s) => {
          const one = stream(seed);
          for (let entity = 0; entity < entities; entity++)
            draws[s * entities + entity] = one.at(entity).nextF64();
        });
        demandDistinct('first draws of different seeds', draws);
      },
    },
    {
      name: 'gives streams that do not run into one another',
      check() {
        // With 32 bits of state a million positions would meet some hundred times.
        const [entities, length] = [16_384, 64];
        const draws = new Float64Array(entities * length);
        const one = stream();
        for (let entity = 0; entity < entities; entity++) {
          const rng = one.at(entity);
          let before = rng.nextU32();
          for (let i = 0; i < length; i++) {
            const word = rng.nextU32();
            // 53 bits of two words that follow one another: a place in the cycle.
            draws[entity * length + i] = (before >>> 11) * 4294967296 + word;
            before = word;
          }
        }
        demandDistinct('places of streams', draws);
      },
    },
  ];
}

function demandUncorrelated(what: string, first: Float64Array, second: Float64Array): void {
  let product = 0;
  for (let i = 0; i < first.length; i++) product += first[i]! * second[i]!;
  // Each has variance 1/12.
  const correlation = (12 * product) / first.length;
  demandNear(`the correlation of ${what}`, correlation, 0, 1 / Math.sqrt(first.length), limit);
}

function countBits(word: number, counts: Float64Array): void {
  for (let bit = 0; bit < 32; bit++) counts[bit]! += (word >>> bit) & 1;
}

function demandHalf(what: string, flips: Float64Array, n: number): void {
  flips.forEach((count, bit) =>
    demandNear(`the share of flips of bit ${bit} ${what}`, count / n, 0.5, Math.sqrt(0.25 / n), limit),
  );
}

function demandDistinct(what: string, values: Float64Array): void {
  values.sort();
  let equal = 0;
  for (let i = 1; i < values.length; i++) if (values[i] === values[i - 1]) equal++;
  demand(equal === 0, `${equal} of ${values.length} ${what} are equal`);
}
