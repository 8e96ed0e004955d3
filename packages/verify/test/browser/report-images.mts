// Reports of four runs as images, and the page that shows them: nx run verify:report-images
//
// Writes docs/images/verify-<name>.png (light, the verdict and the pictures) and docs/reports.md.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Inputs } from '@synth/core';
import type { GeneratorOptions } from '@synth/interactions';
import { interactionsDataset } from '@synth/interactions';
import { formatsByName, run } from '@synth/io';
import { readTable } from '@synth/io/read';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { readSource, verifySource } from '../../src/index';
import { reportHtml } from '../../src/report/index';
import { chromiumPath } from './chromium.mts';
import type { Pixels } from './indexed-png.mts';
import { indexedPng } from './indexed-png.mts';

const width = 1100;
const mostBytes = 250_000;

/** A run whose report is shown, and what to see in it. */
interface Shown {
  readonly name: string;
  readonly title: string;
  readonly made: string;
  readonly see: string;
  readonly config: GeneratorOptions;
  readonly songs?: true;
}

const seed = '42';
const shown: readonly Shown[] = [
  {
    name: 'songs-234',
    title: 'The example catalogue',
    made: '234 songs and their 164 creators, preset `standard`',
    see: 'A small catalogue: bars of NDCG are short and their errors wide, and the clusters of taste are the genres that were planted.',
    config: { seed },
    songs: true,
  },
  {
    name: 'movielens-like',
    title: 'movielens-like',
    made: 'preset `movielens-like` at its own size',
    see: 'Learnt models stand clear of popularity and close to the oracle, and fall to it on the shuffled copy; without log q the two-tower model does worse than popularity.',
    config: { preset: 'movielens-like', seed },
  },
  {
    name: 'music-streaming-like',
    title: 'music-streaming-like',
    made: 'preset `music-streaming-like` at its own size',
    see: 'A long tail of items that few users have, evenings that are busier than nights, and nearly all users at the cap of 50 artists that the published data has too.',
    config: { preset: 'music-streaming-like', seed },
  },
  {
    name: 'weak-signal',
    title: 'weak-signal',
    made: 'preset `weak-signal` at its own size',
    see: 'What it is for: tastes are planted too faintly to be learnt, so that a recommender which claims to find them here is fooling itself. The shuffled copy does as well as the data.',
    config: { preset: 'weak-signal', seed },
  },
];

/** Reads a PNG with the browser's own decoder. */
async function pixelsOf(page: Page, png: Buffer): Promise<Pixels> {
  const found: unknown = await page.evaluate(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const canvas = document.createElement('canvas');
    const { width, height } = Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const bytes = context.getImageData(0, 0, width, height).data;
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return { width, height, rgba: btoa(text) };
  })()`);
  const { width, height, rgba } = found as { width: number; height: number; rgba: string };
  return { width, height, rgba: Buffer.from(rgba, 'base64') };
}

const root = new URL('../../../../', import.meta.url);
const executablePath = chromiumPath();
if (executablePath === undefined) {
  console.error('no Chromium is here and none could be installed; no image was made');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'synth-reports-'));
const songs: Inputs = { items: await readTable(fileURLToPath(new URL('data/songs-234.csv', root))) };
mkdirSync(new URL('docs/images/', root), { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const sections: string[] = [];
try {
  for (const { name, title, made, see, config, songs: ofSongs } of shown) {
    const out = join(folder, name);
    await run({
      dataset: interactionsDataset,
      config,
      out,
      formats: formatsByName(['csv']).map((format) => ({ format })),
      ...(ofSongs === undefined ? {} : { inputs: songs }),
    });
    const source = { ...(await readSource(out)), name };
    const report = verifySource(source);
    const html = join(folder, `${name}.html`);
    writeFileSync(html, reportHtml(report, source));
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
    await page.goto(pathToFileURL(html).href);
    const end = (await page.locator('section', { hasText: 'Pictures' }).first().boundingBox())!;
    const clip = { x: 0, y: 0, width, height: Math.ceil(end.y + end.height) };
    const image = indexedPng(await pixelsOf(page, await page.screenshot({ fullPage: true, clip })));
    await page.close();
    if (image.byteLength > mostBytes)
      throw new Error(`the image of ${name} has ${image.byteLength} bytes, the most is ${mostBytes}`);
    writeFileSync(new URL(`docs/images/verify-${name}.png`, root), image);
    console.log(`${name}: ${report.verdict.sentence} ${image.byteLength} bytes`);
    sections.push(
      [
        `## ${title}`,
        '',
        `Made of ${made}. The report says: “${report.verdict.sentence}” ${see}`,
        '',
        `![The report of ${name}: ${report.verdict.ok ? 'passes' : 'does not pass'}](images/verify-${name}.png)`,
        '',
      ].join('\n'),
    );
  }
} finally {
  await browser.close();
}

const text = [
  '# Reports',
  '',
  `What [\`synth verify DIR --html report.html\`](../packages/verify/README.md#the-report) writes, for four runs with seed ${seed}. Shown is the top of each page; the table of every figure with its band and source is below it. Written by \`nx run verify:report-images\`.`,
  '',
  ...sections,
].join('\n');
writeFileSync(new URL('docs/reports.md', root), text);
