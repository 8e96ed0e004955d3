/**
 * The plain algorithm: for every user one probability for every item, and after every draw the rest renormalised.
 * What a simulator does that has no alias tables; the baseline of the bench.
 */
export function plainInteractions({ users, items, seed }) {
  const random = mulberry32(seed);
  const genres = Array.from({ length: items }, () => Math.floor(random() * 12));
  const base = Array.from({ length: items }, () => (random() + 0.1) ** 2 * Math.exp(0.3 * gauss(random)));
  const rows = [];
  for (let user = 0; user < users; user++) {
    const preferred = Math.floor(random() * 12);
    const probabilities = Float64Array.from(
      base,
      (weight, item) => weight * (genres[item] === preferred ? 6 : 1),
    );
    const count = Math.floor(3 + 47 * beta25(random));
    for (let draw = 0; draw < count; draw++) {
      let total = 0;
      for (let item = 0; item < items; item++) total += probabilities[item];
      for (let item = 0; item < items; item++) probabilities[item] /= total;
      let rest = random();
      let item = 0;
      while (item < items - 1 && (rest -= probabilities[item]) >= 0) item++;
      probabilities[item] = 0;
      rows.push({ user, item, time: Math.floor(random() * 90 * 86_400_000) });
    }
  }
  return rows;
}

function mulberry32(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const gauss = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Beta(2, 5) as an order statistic: the second smallest of six uniforms. */
const beta25 = (random) => Array.from({ length: 6 }, random).sort((a, b) => a - b)[1];
