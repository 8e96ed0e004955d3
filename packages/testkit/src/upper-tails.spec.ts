import { chiSquareUpper, kolmogorovUpper, normalUpper } from './upper-tails';

// Expected values: scipy 1.10.1, stats.chi2.sf, stats.norm.sf and stats.kstwo.sf.
describe('upper tails', () => {
  it.each([
    [0.5, 1, 0.47950012218695337],
    [10, 3, 0.01856613546304325],
    [95, 127, 0.9847628374511503],
    [127, 127, 0.4833106814532075],
    [200, 127, 3.82824834623649e-5],
    [1100, 1000, 0.014614408126295192],
    [40, 2, 2.0611536224385566e-9],
  ])('chi-square above %p with %p degrees of freedom', (x, degrees, expected) => {
    expect(Math.abs(chiSquareUpper(x, degrees) / expected - 1)).toBeLessThan(1e-10);
  });

  it.each([
    [-1.5, 0.9331927987311419],
    [0, 0.5],
    [0.3, 0.3820885778110474],
    [1.96, 0.024997895148220435],
    [5, 2.866515718791933e-7],
    [9, 1.1285884059538324e-19],
  ])('normal above %p', (z, expected) => {
    expect(Math.abs(normalUpper(z) / expected - 1)).toBeLessThan(1e-12);
  });

  it.each([
    [0.03, 1000, 0.3226902143914636],
    [0.043, 1000, 0.04811098765192656],
    [0.0052, 100000, 0.008929990118978454],
    [0.2, 20, 0.352720173623415],
    [0.3, 20, 0.04306706665851623],
  ])('Kolmogorov distance above %p of %p values, to 3 percent', (d, n, expected) => {
    expect(Math.abs(kolmogorovUpper(d, n) / expected - 1)).toBeLessThan(0.03);
  });
});
