import { exponential, streams } from '@synth/core';
import * as fc from 'fast-check';
import { exponentialRaces } from './race';

const stream = streams({ seed: 'race', dataset: 'test' }).stream('orders');

const mean = fc.oneof(
  fc.double({ min: Number.MIN_VALUE, max: 1e300, noNaN: true }),
  fc.double({ min: 0.5, max: 2, noNaN: true }),
  fc.constantFrom(1, Number.MIN_VALUE, 1e300),
);

it('puts values in the order of their arrivals, each race by itself, whatever came before', () => {
  const races = exponentialRaces(900);
  fc.assert(
    fc.property(
      fc.array(fc.array(mean, { maxLength: 300 }), { maxLength: 3 }),
      fc.nat(),
      (meansOf, entity) => {
        const expected: number[] = [];
        meansOf.forEach((means, k) => {
          const from = expected.length;
          const rng = (): ReturnType<typeof stream.at> => stream.at(entity + k);
          const draws = exponential({ rate: 1 }).fill(rng(), new Float64Array(means.length));
          const arrivals = means.map((one, i) => draws[i]! * one);
          const order = [...means.keys()].sort((a, b) =>
            arrivals[a]! < arrivals[b]! ? -1 : arrivals[a]! > arrivals[b]! ? 1 : 0,
          );
          races.add(Float64Array.from(means), from, from + means.length, rng());
          expected.push(...order.map((i) => from + i));
        });
        const end = expected.length;
        const out = new Int32Array(end + 1).fill(-1);
        races.finish(
          Int32Array.from({ length: end }, (_, i) => i),
          end,
          out,
        );
        expect(Array.from(out)).toEqual([...expected, -1]);
      },
    ),
    { numRuns: 500 },
  );
});

it('lets each come first as often as its mean says', () => {
  const races = exponentialRaces(3);
  const rates = [1, 2, 5];
  const firsts = [0, 0, 0];
  const out = new Int32Array(3);
  const runs = 40_000;
  for (let i = 0; i < runs; i++) {
    races.add(
      Float64Array.from(rates, (rate) => 1 / rate),
      0,
      3,
      stream.at(i),
    );
    races.finish(Int32Array.of(0, 1, 2), 3, out);
    firsts[out[0]!]!++;
  }
  firsts.forEach((count, i) => {
    const share = rates[i]! / 8;
    expect(Math.abs(count / runs - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / runs));
  });
});
