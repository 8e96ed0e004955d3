import * as fc from 'fast-check';
import { isoLength, isPlainYear, IsoTimestamps } from './iso-timestamps';

describe('IsoTimestamps', () => {
  it('writes what Date prints, for the years 0000 to 9999', () => {
    const iso = new IsoTimestamps();
    const edges = [0, -1, 86_399_999, 86_400_000, 253402300799999, -62167219200000];
    const ms = fc.oneof(fc.constantFrom(...edges), fc.date({ noInvalidDate: true }).map(Number));
    fc.assert(
      fc.property(ms, (time) => {
        const expected = new Date(time).toISOString();
        expect(isPlainYear(time)).toBe(expected.length === isoLength);
        if (!isPlainYear(time)) return;
        const bytes = new Uint8Array(30).fill(0x23);
        iso.write(new DataView(bytes.buffer), 2, time);
        expect(Buffer.from(bytes).toString('latin1')).toBe(`##${expected}####`);
      }),
      { numRuns: 1000 },
    );
    expect(isPlainYear(Number.NaN)).toBe(false);
  });

  it('tells hours apart that are years from each other', () => {
    const iso = new IsoTimestamps();
    const view = new DataView(new ArrayBuffer(isoLength));
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2 }), fc.nat(3_599_999), (steps, inHour) => {
        for (const step of steps) {
          // Hours of the same low bits, and of other dates.
          const time = step * 2 ** 15 * 3_600_000 + inHour;
          iso.write(view, 0, time);
          expect(Buffer.from(view.buffer).toString('latin1')).toBe(new Date(time).toISOString());
        }
      }),
    );
  });
});
