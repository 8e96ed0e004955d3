import { exponential, streams } from '@synth/core';
import * as fc from 'fast-check';
import { exponentialRace } from './race';

const stream = streams({ seed: 'race', dataset: 'test' }).stream('times');

const rate = fc.oneof(
  fc.double({ min: Number.MIN_VALUE, max: 1e300, noNaN: true }),
  fc.double({ min: 0.5, max: 2, noNaN: true }),
  fc.constantFrom(1, Number.MIN_VALUE, Number.MAX_VALUE),
);

it('puts values in the order of their arrivals, whatever came before', () => {
  const race = exponentialRace();
  fc.assert(
    fc.property(fc.array(rate, { maxLength: 300 }), fc.nat(), (rates, entity) => {
      const draws = exponential({ rate: 1 }).fill(stream.at(entity), new Float64Array(rates.length));
      const arrivals = rates.map((rate, i) => draws[i]! / rate);
      const order = [...rates.keys()].sort((a, b) =>
        arrivals[a]! < arrivals[b]! ? -1 : arrivals[a]! > arrivals[b]! ? 1 : 0,
      );
      const out = new Int32Array(rates.length + 1).fill(-1);
      const values = Int32Array.from(rates.keys());
      race(Float64Array.from(rates), values, rates.length, stream.at(entity), out);
      expect(Array.from(out)).toEqual([...order, -1]);
      expect(Array.from(values)).toEqual([...rates.keys()]);
    }),
    { numRuns: 500 },
  );
});

it('lets each come first as often as its rate says', () => {
  const race = exponentialRace();
  const rates = Float64Array.of(1, 2, 5);
  const firsts = [0, 0, 0];
  const out = new Int32Array(3);
  const races = 40_000;
  for (let i = 0; i < races; i++) {
    race(rates, Int32Array.of(0, 1, 2), 3, stream.at(i), out);
    firsts[out[0]!]!++;
  }
  firsts.forEach((count, i) => {
    const share = rates[i]! / 8;
    expect(Math.abs(count / races - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / races));
  });
});
