import type { Rng, RngState } from '../random/rng';
import { Sfc32 } from '../random/sfc32';
import { streams } from '../random/streams';
import type { OpenStreams } from './stream-laws';
import { streamLaws } from './stream-laws';

const mix = (word: number): number => {
  let h = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return h ^ (h >>> 15);
};

const textHash = (text: string): number =>
  [...text].reduce((hash, letter) => mix(hash + letter.charCodeAt(0)), 1);

/** Streams of a design: how a generator is made of a seed, a name and an entity. */
const design =
  (at: (seed: number, name: number, entity: number) => Rng): OpenStreams =>
  ({ seed, dataset }) => ({
    seed: String(seed),
    dataset,
    stream(name) {
      const seedWord = typeof seed === 'number' ? seed : textHash(seed);
      const nameWord = textHash(`${dataset}/${name}`);
      return { name, at: (entity) => at(seedWord, nameWord, entity) };
    },
  });

/** The laws whose names hold one of these words and that the design breaks. */
const broken = (open: OpenStreams, ...words: string[]): string[] =>
  streamLaws(open)
    .filter((law) => words.some((word) => law.name.includes(word)))
    .filter((law) => {
      try {
        law.check();
        return false;
      } catch {
        return true;
      }
    })
    .map((law) => law.name);

describe('streams', () => {
  it.each(streamLaws(streams).map((law) => [law.name, law] as const))('%s', (_, law) => law.check());
});

describe('the laws of streams', () => {
  it('see seeds that share their streams under other entities: a key of seed XOR entity', () => {
    const started = (a: number, b: number): Rng => {
      const rng = new Sfc32(mix(a), mix(b), mix(a + 1), 1);
      for (let i = 0; i < 12; i++) rng.nextI32();
      return rng;
    };
    const xor = design((seed, name, entity) =>
      started(seed ^ entity, mix(name) ^ Math.floor(entity / 2 ** 32)),
    );
    expect(broken(xor, 'alone', 'correlate', 'uniform', 'other entities')).toEqual([
      'does not give one seed the streams of another under other entities',
    ]);
  });

  it('see a state of 32 bits: streams that run into one another', () => {
    /** Splitmix with one word of state, keyed by everything there is. */
    const splitmix = (start: number): Rng => {
      let state = start;
      const nextI32 = (): number => mix((state = (state + 0x9e3779b9) | 0));
      return {
        nextI32,
        nextU32: () => nextI32() >>> 0,
        nextF64: () => (nextI32() >>> 0) * 2 ** -32 + (nextI32() >>> 11) * 2 ** -53,
        getState: () => [state, 0, 0, 0],
        setState: ([word]: RngState) => void (state = word),
      };
    };
    const small = design((seed, name, entity) =>
      splitmix(mix(mix(mix(entity) + name) + seed + mix(Math.floor(entity / 2 ** 32)))),
    );
    expect(broken(small, 'alone', 'correlate', 'uniform', 'run into')).toEqual([
      'gives streams that do not run into one another',
    ]);
  });

  it('see neighbours that are alike: entities that only shift the start', () => {
    const shifted = design((seed, name, entity) => new Sfc32(entity, name, seed, 1));
    expect(broken(shifted, 'uniform', 'half')).toEqual([
      'gives first draws of consecutive entities that are uniform, in value and bit by bit',
      'changes half of the bits of a draw when one bit of the entity or one letter of a key changes',
    ]);
  });

  it('see a generator that remembers the order of its opening', () => {
    let opened = 0;
    const counting = design((seed, name) => new Sfc32(opened++, name, seed, 1));
    expect(broken(counting, 'alone')).toEqual([
      'gives a draw that is a function of seed, dataset, name and entity alone',
    ]);
  });
});
