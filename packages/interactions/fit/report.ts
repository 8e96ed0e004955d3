// Measures every preset over 20 seeds that the fit never saw and writes docs/presets.md: nx run interactions:report
import { readFileSync, writeFileSync } from 'node:fs';
import { interactions } from '../src/index';
import { bands, type Band } from '../src/evaluate/index';
import { measure, type Figures } from './measure';
import { measureSongs } from './songs';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
};
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};
const shown = (value: number): string => String(Number(value.toPrecision(3)));

function bandTable(all: readonly Figures[], held: readonly Band[]): { text: string; passed: boolean } {
  let passed = true;
  const rows = held.map(({ id, figure, low, high }) => {
    const values = all.map((figures) => figures[figure]!);
    const inside = values.filter((value) => value >= low && value <= high).length;
    const middle = median(values);
    const holds = middle >= low && middle <= high && inside >= 0.8 * values.length;
    passed &&= holds;
    const range = `${shown(Math.min(...values))} to ${shown(Math.max(...values))}`;
    return `| ${id} | ${figure} | ${shown(low)} to ${shown(high)} | ${shown(middle)} | ${range} | ${inside} of ${values.length} | ${holds ? 'yes' : '**no**'} |`;
  });
  const head =
    '| target | figure | band | median | range | inside | holds |\n| --- | --- | --- | --- | --- | --- | --- |';
  return { text: `${head}\n${rows.join('\n')}\n`, passed };
}

const sections: string[] = [];
let allHold = true;

const songs = ['reference', 'standard'].map((preset) => ({
  preset,
  all: seeds.map((seed) => measureSongs(preset as 'reference' | 'standard', seed)),
}));
const songFigures = Object.keys(songs[0]!.all[0]!);
sections.push(
  '## The example catalogue: 234 songs, 164 creators as users',
  '',
  'Means over 20 seeds, standard deviations in brackets. `reference` follows the published rules of an existing simulator and carries popularity only; `standard` keeps its headline figures and can be learned from.',
  '',
  `| figure | ${songs.map(({ preset }) => preset).join(' | ')} |`,
  `| --- | ${songs.map(() => '---').join(' | ')} |`,
  ...songFigures.map(
    (figure) =>
      `| ${figure} | ${songs.map(({ all }) => `${shown(mean(all.map((one) => one[figure]!)))} (${shown(sd(all.map((one) => one[figure]!)))})`).join(' | ')} |`,
  ),
  '',
);

for (const preset of ['movielens-like', 'music-streaming-like', 'weak-signal'] as const) {
  const all = seeds.map((seed) => {
    console.log(`${preset}, seed ${seed}`);
    return measure({ preset }, seed);
  });
  const { text, passed } = bandTable(all, bands[preset]!);
  allHold &&= passed;
  const { config } = interactions({ preset });
  const extra = ['topPop', 'itemKnn', 'burstiness', 'diurnalPeak'].map(
    (figure) => `${figure} ${shown(median(all.map((one) => one[figure]!)))}`,
  );
  sections.push(
    `## ${preset}`,
    '',
    `${config.users} users, ${config.items} items. A target holds when the median of 20 seeds lies inside its band and at least 16 seeds do.`,
    '',
    text,
    `Beside: ${extra.join(', ')} (NDCG@10; medians).`,
    '',
  );
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
writeFileSync(
  new URL('../../../docs/presets.md', import.meta.url),
  [
    '# What the presets reach',
    '',
    `Written by \`nx run interactions:report\` (@synth/interactions ${version}, Node ${process.versions.node}); the parameters by \`nx run interactions:fit\`, on other seeds. Figures and bands: packages/interactions/src/evaluate/bands.ts. P01 is the NDCG@10 of ItemKNN over that of popularity on a random 80/20 split; P02 is the same on a copy shuffled so that every user and item keeps its count.`,
    '',
    ...sections,
  ].join('\n'),
);
if (!allHold) {
  console.error('a target does not hold: see docs/presets.md');
  process.exitCode = 1;
}
