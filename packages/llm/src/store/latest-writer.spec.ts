import { latestWriter } from './latest-writer';

describe('latestWriter', () => {
  it('shares one write among those that come while another is under way', async () => {
    const ends: (() => void)[] = [];
    let state = 0;
    const written: number[] = [];
    const save = latestWriter(() => {
      written.push(state);
      return new Promise((resolve) => ends.push(resolve));
    });
    state = 1;
    const first = save();
    await Promise.resolve().then(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    const rest = [2, 3, 4].map((value) => {
      state = value;
      return save();
    });
    ends[0]!();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    ends[1]!();
    await Promise.all(rest);
    expect(written).toEqual([1, 4]);
  });

  it('tells a failure to those that waited for it, and goes on', async () => {
    let fail = true;
    const save = latestWriter(() => (fail ? Promise.reject(new Error('full')) : Promise.resolve()));
    await expect(save()).rejects.toThrow('full');
    fail = false;
    await expect(save()).resolves.toBeUndefined();
  });
});
