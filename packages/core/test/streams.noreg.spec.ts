import { aliasTable, nextBelow, rngFromState, shuffle, streams } from '../src/index';

// Words of some streams. They may not move but in a major version: every data set would move with them.
describe('the draws of streams stay', () => {
  it.each([
    ['synth', 'interactions', 'tastes', 0],
    ['synth', 'interactions', 'tastes', 1],
    ['synth', 'interactions', 'tastes', 4_294_967_296],
    ['synth', 'interactions', 'tastes', Number.MAX_SAFE_INTEGER],
    ['synth', 'interactions', 'activity', 0],
    ['synth', 'survey', 'tastes', 0],
    [42, 'interactions', 'tastes', 0],
    ['42', 'interactions', 'tastes', 0],
    ['', '', '', 0],
    ['Zürich', 'データ', '🎲', 3],
  ] as const)('seed %p, dataset %p, stream %p, entity %p', (seed, dataset, name, entity) => {
    const rng = streams({ seed, dataset }).stream(name).at(entity);
    expect([rng.nextI32(), rng.nextU32(), rng.nextF64(), rng.getState()]).toMatchSnapshot();
  });

  it('a seed is its text', () => {
    const first = (seed: string | number): number =>
      streams({ seed, dataset: 'd' }).stream('s').at(0).nextI32();
    expect(first(42)).toBe(first('42'));
  });

  it('a state goes on', () => {
    const rng = rngFromState([1, 2, 3, 4]);
    expect([rng.nextF64(), rng.nextI32(), rng.getState()]).toMatchSnapshot();
  });

  it.each([2, 6, 1000, 2 ** 21, 2 ** 21 + 1, 2 ** 40])('integers below %p', (bound) => {
    const rng = streams({ seed: 'golden', dataset: 'golden' }).stream('integers').at(bound);
    expect(Array.from({ length: 8 }, () => nextBelow(rng, bound))).toMatchSnapshot();
  });

  it('a shuffle and picks by weight', () => {
    const rng = streams({ seed: 'golden', dataset: 'golden' }).stream('sampling').at(0);
    expect(shuffle(rng, [1, 2, 3, 4, 5, 6, 7, 8, 9])).toMatchSnapshot();
    expect(Array.from(aliasTable([5, 1, 0, 3, 2]).fill(rng, new Int32Array(20)))).toMatchSnapshot();
  });
});
