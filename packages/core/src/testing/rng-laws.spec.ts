import type { Rng } from '../random/rng';
import { Sfc32 } from '../random/sfc32';
import { streams } from '../random/streams';
import { rngLaws } from './rng-laws';

const make = (): Rng => streams({ seed: 1, dataset: 'laws' }).stream('any').at(0);

describe('a generator of streams', () => {
  it.each(rngLaws(make).map((law) => [law.name, law] as const))('%s', (_, law) => law.check());
});

describe('the laws of generators', () => {
  /** Ours with something wrong. */
  const spoilt = (spoil: (rng: Sfc32) => Partial<Rng>) => (): Rng => {
    const rng = new Sfc32(1, 2, 3, 4);
    for (let i = 0; i < 20; i++) rng.nextI32();
    return Object.assign(rng, spoil(rng));
  };
  const raw = Sfc32.prototype;

  it.each<[string, (rng: Sfc32) => Partial<Rng>]>([
    [
      'gives one word as a signed and as an unsigned number',
      () => ({
        nextU32() {
          return raw.nextI32.call(this as Sfc32) & 0x7fffffff;
        },
      }),
    ],
    [
      'gives doubles of 53 bits in [0, 1) by two words',
      () => ({
        nextF64() {
          return raw.nextU32.call(this as Sfc32) / 2 ** 32;
        },
      }),
    ],
    ['continues from a state taken before', () => ({ setState: () => undefined })],
    [
      'does not move when its state is read, nor when what was read is changed',
      () => ({
        getState() {
          raw.nextI32.call(this as Sfc32);
          return raw.getState.call(this as Sfc32);
        },
      }),
    ],
    [
      'sets each of the 32 bits, and each byte, equally often',
      () => ({
        nextI32() {
          return raw.nextI32.call(this as Sfc32) | 1;
        },
      }),
    ],
  ])('see what breaks: %s', (name, spoil) => {
    const law = rngLaws(spoilt(spoil)).find((one) => one.name === name)!;
    expect(() => law.check()).toThrow(expect.objectContaining({ code: 'LAW_BROKEN' }));
  });

  it('see draws that differ from the same start', () => {
    let made = 0;
    const [law] = rngLaws(() => new Sfc32(made++, 1, 1, 1));
    expect(() => law!.check()).toThrow(expect.objectContaining({ code: 'LAW_BROKEN' }));
  });
});
