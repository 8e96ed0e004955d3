import * as fc from 'fast-check';
import { ByteWriter } from './byte-writer';

const written = (write: (writer: ByteWriter) => void): string => {
  const writer = new ByteWriter(64);
  write(writer);
  return Buffer.from(writer.take()).toString('latin1');
};

describe('ByteWriter', () => {
  it('writes numbers as ECMAScript does', () => {
    const edges = [0, -0, 9, 10, 99, 100, 9999, 10_000, 99_999_999, 100_000_000, 4294967295, 2 ** 53 - 1];
    const decimals = [0.1, 0.0001, 0.00001, 1.005, 12.5, 99.99, 1e-7, 1e21, 123456789.1234, 5e-324, 1 / 3];
    for (const value of [...edges, ...decimals].flatMap((one) => [one, -one])) {
      expect(written((writer) => writer.number(value))).toBe(String(value));
    }
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(written((writer) => writer.number(value))).toBe(String(value));
      }),
    );
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 8 }), (whole, places) => {
        const value = whole / 10 ** places;
        expect(written((writer) => writer.number(value))).toBe(String(value));
      }),
    );
  });

  it('writes timestamps as ISO 8601', () => {
    const edges = [
      0, -1, 86_399_999, 86_400_000, 253402300799999, 253402300800000, -62167219200000, -62167219200001,
      8.64e15,
    ];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...edges), fc.date({ noInvalidDate: true }).map(Number)), (ms) => {
        expect(written((writer) => writer.timestamp(ms))).toBe(new Date(ms).toISOString());
      }),
      { numRuns: 1000 },
    );
  });

  it('writes one thing after another', () => {
    const text = written((writer) => {
      writer.text('é');
      writer.integer(12);
      writer.byte(0x2c);
      expect(writer.plainText('a"', new Uint8Array(128))).toBe(false);
      expect(writer.plainText('ab', new Uint8Array(128).fill(1))).toBe(true);
    });
    expect(text).toBe('Ã©12,ab');
  });
});
