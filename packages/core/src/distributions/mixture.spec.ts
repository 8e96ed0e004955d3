import { agreesWithReference } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { exponential } from './exponential';
import { mixture } from './mixture';
import { normal } from './normal';

const components = [
  { weight: 3, distribution: exponential({ rate: 1 }) },
  { weight: 0, distribution: normal({ mean: -1e6, sd: 1 }) },
  { weight: 1, distribution: normal({ mean: 9, sd: 1 }) },
];

describe('mixture', () => {
  agreesWithReference('mixture', () => mixture({ components }), { draws: [4, 4.15] });

  it('is written to JSON with the names and parameters of its parts', () => {
    const [first] = (JSON.parse(JSON.stringify(mixture({ components }).params)) as { components: unknown[] })
      .components;
    expect(first).toEqual({
      weight: 3,
      distribution: { name: 'exponential', params: { rate: 1 }, mean: 1, variance: 1 },
    });
  });

  refuses(mixture, [
    [{ components: [] }, 'components'],
    [{ components: [{ weight: -1, distribution: normal({ mean: 0, sd: 1 }) }] }, 'weights[0]'],
  ]);
});
