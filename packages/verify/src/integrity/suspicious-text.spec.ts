import * as fc from 'fast-check';
import { isSuspicious, suspicious } from './suspicious-text';

it('is what the pattern says', () => {
  const texts = fc
    .array(fc.constantFrom('1', '23', '4567', 'a', '@', '+', '.', ')', '-', ' '), { maxLength: 8 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(isSuspicious(text)).toBe(suspicious.test(text));
    }),
    { numRuns: 2000 },
  );
});
