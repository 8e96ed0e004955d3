import type { VerifyReport } from '@synth/verify';
import { verifyMatrix } from '@synth/verify';
import { interactions } from '@synth/interactions';
import { fakeOutput } from '../../test/fixtures/fake-context';
import { verifyText } from './verify-text';

it('ends with what was left out and why, the bands, the seed and the time', () => {
  const matrix = interactions({ users: 40, items: 30, seed: 7 }).matrix();
  const report: VerifyReport = {
    ...verifyMatrix(matrix, { quick: true, seed: 'luck' }),
    leftOut: [{ name: 'EASE', why: '5,200 items; it takes up to 5,000' }],
  };
  const text = verifyText('songs', report, 83_400, fakeOutput());
  expect(text.split('\n').slice(-4)).toEqual([
    'EASE was left out: 5,200 items; it takes up to 5,000',
    '',
    'bands of any data, seed luck, 1 min 23 s',
    '',
  ]);
});
