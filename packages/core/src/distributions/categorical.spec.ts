import { agreesWithReference } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { categorical } from './categorical';

describe('categorical', () => {
  agreesWithReference('categorical', categorical, { draws: [2, 2] });

  refuses(categorical, [
    [{ weights: [] }, 'weights'],
    [{ weights: [1, -1] }, 'weights[1]'],
    [{ weights: [0, 0] }, 'sum of weights'],
    [{ weights: [Number.NaN] }, 'weights[0]'],
  ]);
});
