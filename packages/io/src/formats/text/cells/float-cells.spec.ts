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
    const many = Array.from({ length: 6000 }, (_, i) => 1 / (3 + (i % 2500)));
    expect(written(many)).toEqual(many.map(String));
  });
});
