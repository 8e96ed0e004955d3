import { streams } from '../random/streams';
import { normal } from './normal';

describe('normal', () => {
  const rng = () => streams({ seed: 1, dataset: 'spec' }).stream('normal').at(0);

  it('is frozen, keeps its parameters and fills as it draws', () => {
    const sampler = normal({ mean: 3, sd: 2 });
    expect(Object.isFrozen(sampler)).toBe(true);
    expect(sampler).toMatchObject({ name: 'normal', params: { mean: 3, sd: 2 }, mean: 3, variance: 4 });
    const one = rng();
    const drawn = Array.from({ length: 50 }, () => sampler.draw(one));
    expect(Array.from(sampler.fill(rng(), new Float64Array(50)))).toEqual(drawn);
  });

  it('refuses what is not a distribution', () => {
    expect(() => normal({ mean: 0, sd: -1 })).toThrow(
      expect.objectContaining({ code: 'PARAMETER_INVALID', field: 'sd', value: -1 }),
    );
  });
});
