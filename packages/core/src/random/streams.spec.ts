import { streams } from './streams';

describe('streams', () => {
  const stream = (seed: string | number, name = 'a', dataset = 'd') =>
    streams({ seed, dataset }).stream(name);

  it('gives the same draws for the same key, whatever was drawn before', () => {
    const a = stream(42);
    const first = [a.at(7).nextF64(), a.at(8).nextF64()];
    expect([stream(42).at(7).nextF64(), a.at(8).nextF64()]).toEqual(first);
  });

  it('separates seed, dataset, stream and entity, above 2^32 too', () => {
    const draws = [
      stream(1).at(0).nextU32(),
      stream(2).at(0).nextU32(),
      stream(1, 'b').at(0).nextU32(),
      stream(1, 'a', 'e').at(0).nextU32(),
      stream(1, 'da', '').at(0).nextU32(),
      stream(1).at(1).nextU32(),
      stream(1)
        .at(2 ** 32)
        .nextU32(),
      stream(1)
        .at(2 ** 33)
        .nextU32(),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('keys a generator of an earlier call anew', () => {
    const a = stream(1);
    const rng = a.at(3);
    const reused = a.at(4, rng);
    expect(reused).toBe(rng);
    expect(reused.getState()).toEqual(a.at(4).getState());
  });

  it('restores a state', () => {
    const rng = stream(1).at(0);
    rng.nextF64();
    const state = rng.getState();
    const next = [rng.nextU32(), rng.nextU32()];
    rng.setState(state);
    expect([rng.nextU32(), rng.nextU32()]).toEqual(next);
  });

  it('refuses a seed that is not a text or a finite number', () => {
    expect(() => stream(Number.NaN)).toThrow(
      expect.objectContaining({ code: 'SEED_INVALID', field: 'seed' }),
    );
  });
});
