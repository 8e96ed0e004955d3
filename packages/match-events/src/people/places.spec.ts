import { places } from './places';

describe('places', () => {
  const paris = [48.8566, 2.3522];
  const london = [51.5074, -0.1278];
  const sydney = [-33.8688, 151.2093];
  const near = [48.8566, 2.3523];
  const points = [paris, london, sydney, near];
  const world = places(
    points.map((_, i) => String(i)),
    Float64Array.from(points, ([latitude]) => latitude!),
    Float64Array.from(points, ([, longitude]) => longitude!),
  );

  it('measures great circles by the haversine formula', () => {
    const haversine = ([latA, lonA]: number[], [latB, lonB]: number[]): number => {
      const rad = (degrees: number) => (degrees * Math.PI) / 180;
      const h =
        Math.sin(rad(latB! - latA!) / 2) ** 2 +
        Math.cos(rad(latA!)) * Math.cos(rad(latB!)) * Math.sin(rad(lonB! - lonA!) / 2) ** 2;
      return 2 * 6371 * Math.asin(Math.sqrt(h));
    };
    points.forEach((a, i) =>
      points.forEach((b, j) => expect(world.kilometres(i, j)).toBeCloseTo(haversine(a, b), 6)),
    );
    expect(world.kilometres(0, 1)).toBeCloseTo(343.556, 2);
  });

  it('knows no distance to an unknown place, and works alike with and without a table', () => {
    expect(world.kilometres(-1, 0)).toBeNaN();
    const many = 600;
    const spread = places(
      Array.from({ length: many }, (_, i) => String(i)),
      Float64Array.from({ length: many }, (_, i) => (i === 1 ? london[0]! : paris[0]!)),
      Float64Array.from({ length: many }, (_, i) => (i === 1 ? london[1]! : paris[1]!)),
    );
    expect(spread.kilometres(0, 1)).toBe(world.kilometres(0, 1));
    expect(spread.kilometres(1, -1)).toBeNaN();
  });
});
