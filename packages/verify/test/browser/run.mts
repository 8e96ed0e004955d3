// Opens reports in headless Chromium from their files: nx run verify:test:browser
//
// Light, dark and phone: no error, no request beside the page, the verdict first, every picture with a box, nothing
// wider than the page. Screenshots are left in tmp/browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { readSource, verifySource, verifyTablesWithSet } from '../../src/index';
import { reportHtml, tablesHtml } from '../../src/report/index';
import { writeRun } from '../write-run';
import { writeShop } from '../write-shop';
import { chromiumPath } from './chromium.mts';

const views = {
  light: { viewport: { width: 1120, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1120, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
} as const;

const executablePath = chromiumPath();
if (executablePath === undefined) {
  console.error(
    `no Chromium is here and none could be installed; not run: ${Object.keys(views)
      .flatMap((name) => [`report, ${name}`, `tables, ${name}`])
      .join('; ')}`,
  );
  process.exit(1);
}

const source = await readSource(await writeRun({ users: 300, items: 200, seed: 'browser' }));
const report = verifySource(source, { quick: true });
const folder = resolve('tmp/browser');
mkdirSync(folder, { recursive: true });
const { report: tables, set } = await verifyTablesWithSet(await writeShop());

/** What is opened, what it begins with, and how many pictures it has. */
const pages = [
  { name: 'report', html: reportHtml(report, source), sentence: report.verdict.sentence, pictures: 7 },
  { name: 'tables', html: tablesHtml(tables, set), sentence: tables.verdict.sentence, pictures: 6 },
];

const openings = pages.flatMap(({ name: about, ...page }) =>
  Object.entries(views).map(([name, options]) => ({ about, name, options, ...page })),
);

const problems: string[] = [];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const grounds = new Map<string, string>();
  for (const { about, name, options, html, sentence, pictures } of openings) {
    const file = join(folder, `${about}.html`);
    writeFileSync(file, html);
    const url = pathToFileURL(file).href;
    const page = await browser.newPage(options);
    const expect = (right: boolean, what: string): void =>
      void (right || problems.push(`${about}, ${name}: ${what}`));
    page.on('console', (message) => expect(message.type() !== 'error', `console: ${message.text()}`));
    page.on('pageerror', (error) => expect(false, `error: ${error.message}`));
    page.on('request', (request) => expect(request.url() === url, `a request of ${request.url()}`));
    await page.goto(url);
    const first = (await page.locator('body').innerText()).trim();
    expect(first.startsWith(sentence), `the page begins with ${first.slice(0, 60)}`);
    const plots = await page.locator('figure svg[role=img]').all();
    expect(plots.length === pictures, `${plots.length} pictures, not ${pictures}`);
    for (const plot of plots) {
      const box = await plot.boundingBox();
      const label = await plot.getAttribute('aria-label');
      expect(box !== null && box.width > 100 && box.height > 50, `no box: ${label}`);
    }
    const width: unknown = await page.evaluate('document.documentElement.scrollWidth');
    expect(
      width === options.viewport.width,
      `${String(width)} pixels wide, the window ${options.viewport.width}`,
    );
    grounds.set(name, String(await page.evaluate('getComputedStyle(document.body).backgroundColor')));
    await page.screenshot({ path: join(folder, `${about}-${name}.png`), fullPage: true });
    await page.close();
  }
  if (grounds.get('dark') === grounds.get('light')) problems.push('dark: the same ground as light');
} finally {
  await browser.close();
}
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? `the reports open in ${Object.keys(views).join(', ')}`
    : `${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
