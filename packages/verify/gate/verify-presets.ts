// Holds every preset to its frozen targets over 20 seeds, and data that teaches nothing to its reason to fail:
// nx run verify:presets. Writes docs/verify-presets.md; ends with 1 where something does not hold.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { Band } from '@synth/interactions/evaluate';
import { bandsOf } from '../src/realism/bands-of';
import type { FrozenPreset } from './frozen-targets';
import { enoughSeeds, enoughTargets, frozenPresets, indispensable, seeds } from './frozen-targets';
import type { Job } from './job';
import { hopeless } from './measure';
import { runJobs } from './run-jobs';

const hopelessSeeds = seeds.slice(0, 3);

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};
const shown = (value: number): string => String(Number(value.toPrecision(3)));

interface Held {
  readonly row: string;
  readonly id: string;
  readonly holds: boolean;
}

function hold({ id, figure, low, high }: Band, found: readonly (number | null | undefined)[]): Held {
  const values = found.filter((value): value is number => typeof value === 'number');
  const inside = values.filter((value) => value >= low && value <= high).length;
  const middle = values.length === 0 ? Number.NaN : median(values);
  const holds = middle >= low && middle <= high && inside >= enoughSeeds * found.length;
  const range = values.length === 0 ? '' : `${shown(Math.min(...values))} to ${shown(Math.max(...values))}`;
  const row = `| ${id} | ${figure} | ${shown(low)} to ${shown(high)} | ${shown(middle)} | ${range} | ${inside} of ${found.length} | ${holds ? 'yes' : '**no**'} |`;
  return { row, id, holds };
}

async function presetSection(one: FrozenPreset): Promise<{ text: string; ok: boolean }> {
  const jobs = seeds.map((seed): Job => ({ kind: 'preset', name: one.name, seed }));
  const figures = (await runJobs(jobs)).map((found) => (found.kind === 'preset' ? found.figures : {}));
  const held = bandsOf(one.preset);
  const lost = one.targets.filter((id) => !held.some((band) => band.id === id));
  if (lost.length > 0) throw new Error(`${one.name}: no band for ${lost.join(', ')}`);
  const judged = held
    .filter(({ id }) => one.targets.includes(id))
    .map((band) =>
      hold(
        band,
        figures.map((all) => all[band.figure]),
      ),
    );
  const holding = judged.filter(({ holds }) => holds).length;
  const share = holding / judged.length;
  const must = judged.filter(({ id }) => indispensable.includes(id)).every(({ holds }) => holds);
  const ok = share >= enoughTargets && must;
  const text = [
    `## ${one.name}`,
    '',
    `${ok ? 'Passes' : '**Fails**'}: ${holding} of ${judged.length} targets hold (${Math.round(100 * share)}%).`,
    '',
    '| target | figure | band | median | range | inside | holds |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...judged.map(({ row }) => row),
    '',
    ...(one.note === undefined ? [] : [one.note, '']),
  ].join('\n');
  return { text, ok };
}

async function hopelessSection(): Promise<{ text: string; ok: boolean }> {
  const rows: string[] = [];
  let ok = true;
  for (const [name, { code }] of Object.entries(hopeless)) {
    const found = await runJobs(hopelessSeeds.map((seed): Job => ({ kind: 'hopeless', name, seed })));
    const codes = found.map((one) => (one.kind === 'hopeless' ? (one.code ?? 'passes') : ''));
    const holds = codes.every((one) => one === code);
    ok &&= holds;
    rows.push(`| data ${name} | ${code} | ${[...new Set(codes)].join(', ')} | ${holds ? 'yes' : '**no**'} |`);
  }
  const head = '| data | has to fail with | fails with | holds |\n| --- | --- | --- | --- |';
  const about = `At the size of MovieLens-100K, under the bands of movielens-like, ${hopelessSeeds.length} seeds each.`;
  return { text: `## Data that teaches nothing\n\n${about}\n\n${head}\n${rows.join('\n')}\n`, ok };
}

const sections: { text: string; ok: boolean }[] = [];
for (const one of frozenPresets) sections.push(await presetSection(one));
sections.push(await hopelessSection());

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const text = [
  '# What presets have to show',
  '',
  `Written by \`nx run verify:presets\` (@synth/verify ${version}, Node ${process.versions.node}, ${cpus()[0]?.model}, ${availableParallelism()} cores). A target holds when the median of ${seeds.length} seeds lies inside its band and at least ${enoughSeeds * seeds.length} seeds do. A preset passes when at least ${100 * enoughTargets}% of its targets hold, ${indispensable.join(', ')} among them where it has them. Bands and their sources: packages/interactions/src/evaluate/bands.ts and packages/verify/src/realism/bands-of.ts.`,
  '',
  ...sections.map((section) => section.text),
].join('\n');
writeFileSync(new URL('../../../docs/verify-presets.md', import.meta.url), text);
console.log(text);
if (sections.some(({ ok }) => !ok)) process.exitCode = 1;
