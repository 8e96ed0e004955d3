import { agreesWithReference } from '../../test/agrees-with-reference';
import { refuses } from '../../test/refuses';
import { gamma } from './gamma';

describe('gamma', () => {
  agreesWithReference('gamma', gamma, { draws: [2, 6.4] });

  refuses(gamma, [
    [{ shape: 0, scale: 1 }, 'shape'],
    [{ shape: 1, scale: 0 }, 'scale'],
  ]);
});
