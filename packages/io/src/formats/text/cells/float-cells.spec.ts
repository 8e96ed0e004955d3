import * as fc from 'fast-check';
import { textOf } from '../../../../test/formats-fixture';
import { csv } from '../../csv';

const written = (values: readonly number[]): string[] =>
  textOf(csv, { a: { type: 'f64', values: Float64Array.from(values) } }, values.length)
    .split('\n')
    .slice(1, -1);

describe('FloatCells', () => {
  it('writes numbers as ECMAScript prints them', () => {
    const edges = [
      0,
      0.1,
      0.0001,
      0.00001,
      1.005,
      12.5,
      99.99,
      1e-7,
      1e21,
      123456789.1234,
      1234567890.1234,
      5e-324,
      1 / 3,
    ];
    const signed = [...edges, ...edges.map((n) => -n)];
    expect(written(signed)).toEqual(signed.map(String));
    const decimal = fc
      .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 8 }))
      .map(([whole, places]) => whole / 10 ** places);
    const value = fc.oneof(decimal, fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 100 }), (values) => {
        expect(written(values)).toEqual(values.map(String));
      }),
    );
  });

  it('writes numbers that come again, and those that others drove out meanwhile', () => {
    const few = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(few, fc.array(fc.nat(4), { minLength: 1, maxLength: 60 }), (numbers, order) => {
        const values = order.map((i) => numbers[i % numbers.length]!);
        expect(written(values)).toEqual(values.map(String));
      }),
    );
    // Windows of few numbers, of many, and of few among many; -0 is 0, and what is no number a null.
    const mixed = Array.from({ length: 20_000 }, (_, i) => {
      const window = Math.floor(i / 1024) % 4;
      if (window === 0) return (i % 21) / 20;
      if (window === 1) return Math.fround(i) / 7;
      return window === 2 && i % 16 === 0
        ? i / 3
        : [-0, 1e21, -1 / 3, 5e-324, -1.7976931348623157e308][i % 5]!;
    });
    expect(written(mixed)).toEqual(mixed.map(String));
    const nulls = mixed.map((value, i) => (i % 50 === 7 ? [Number.NaN, Infinity, -Infinity][i % 3]! : value));
    expect(written(nulls)).toEqual(nulls.map((value) => (Number.isFinite(value) ? String(value) : '""')));
    const many = Array.from({ length: 6000 }, (_, i) => 1 / (3 + (i % 2500)));
    expect(written(many)).toEqual(many.map(String));
  });
});
