// Fits the presets that are named after real data: nx run interactions:fit [-- PRESET ...]
//
// A random walk that keeps what is better, seeded: proposals are normal steps that shrink, the loss is the mean over
// the fitting seeds and the bands of ((figure - middle) / half width)^4, which asks for the middle and punishes edges.
// Then the order of a film user's items: by bisection, so that the mean ratio of the chronological lift to the random one
// is that of the real data (P04). It is noisy (sd .1 a seed), and so has more seeds and no part in the walk.
//
// The seeds of the report (1 to 20) are never seen here. Writes src/config/fitted.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { normal, streams } from '@synth/core';
import type { Band } from '../src/evaluate/index';
import { measure, type Figures } from './measure';
import { spaces, type Space } from './spaces';

const fittingSeeds = [1001, 1002, 1003];
const steps = 36;
const target = new URL('../src/config/fitted.ts', import.meta.url);

/** A band from 0 is one-sided: anything under its upper end is as good as 0. */
const distance = (figure: number, { low, high }: Band): number =>
  low === 0 ? Math.max(0, figure / high) : (figure - (low + high) / 2) / ((high - low) / 2);

const loss = (all: readonly Figures[], targets: readonly Band[]): number =>
  all.reduce(
    (sum, figures) => sum + targets.reduce((part, one) => part + distance(figures[one.figure]!, one) ** 4, 0),
    0,
  ) /
  (all.length * targets.length);

/** Three significant digits: what is written is what was measured. */
const rounded = (parameters: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, Number(value.toPrecision(3))]));

function fit(preset: string, space: Space): Record<string, number> {
  const z = normal({ mean: 0, sd: 1 });
  const proposals = streams({ seed: 'fit', dataset: preset }).stream('proposals');
  const lossOf = (parameters: Record<string, number>): number =>
    loss(
      fittingSeeds.map((seed) => measure(space.options(parameters), seed)),
      space.targets,
    );
  let best = rounded({ ...space.start });
  let bestLoss = lossOf(best);
  console.log(`${preset}: start ${bestLoss.toFixed(4)} ${JSON.stringify(best)}`);
  for (let step = 0; step < steps; step++) {
    const rng = proposals.at(step);
    const width = 1 - (0.8 * step) / steps;
    const proposal = rounded(
      Object.fromEntries(
        Object.entries(best).map(([name, value]) => [
          name,
          Math.min(
            space.highest[name]!,
            Math.max(space.lowest[name]!, value + width * space.step[name]! * z.draw(rng)),
          ),
        ]),
      ),
    );
    const proposalLoss = lossOf(proposal);
    if (proposalLoss >= bestLoss) continue;
    best = proposal;
    bestLoss = proposalLoss;
    console.log(`${preset}: step ${step + 1} of ${steps} ${bestLoss.toFixed(4)} ${JSON.stringify(best)}`);
  }
  return best;
}

/** The real data's ratio of lifts, 1.35 / 1.69, and the exponent under which its last items are as unpopular. */
const lastOutRatio = 0.8;
const progressPopularity = 0.14;
const orderSeeds = Array.from({ length: 12 }, (_, i) => 1001 + i);

function fitOrder(parameters: Record<string, number>): Record<string, number> {
  const options = spaces['movielens-like']!.options(parameters);
  let [low, high] = [0.1, 0.25];
  for (let step = 0; step < 5; step++) {
    const taste = (low + high) / 2;
    const progression = { taste, popularity: progressPopularity };
    const ratios = orderSeeds.map((seed) => measure({ ...options, progression }, seed)['lastOutRatio']!);
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    console.log(`movielens-like: order by taste ${taste.toFixed(4)}: ${mean.toFixed(3)}`);
    if (mean > lastOutRatio) low = taste;
    else high = taste;
  }
  return rounded({ progressTaste: (low + high) / 2, progressPopularity });
}

const chosen = process.argv.slice(2);
const results: Record<string, Record<string, number>> = {};
for (const [preset, space] of Object.entries(spaces)) {
  if (chosen.length > 0 && !chosen.includes(preset)) continue;
  const found = fit(preset, space);
  results[preset] = preset === 'movielens-like' ? { ...found, ...fitOrder(found) } : found;
}
let text = readFileSync(target, 'utf8');
for (const [preset, parameters] of Object.entries(results)) {
  const body = Object.entries(parameters)
    .map(([name, value]) => `    ${name}: ${value},\n`)
    .join('');
  const entry = new RegExp(`  '${preset}': \\{[^}]*\\},\\n`);
  text = text.replace(entry, `  '${preset}': {\n${body}  },\n`);
}
writeFileSync(target, text);
