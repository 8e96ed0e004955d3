import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { VerifyReport } from '@synth/verify';
import { simulate } from '../src/commands/simulate';
import { verifyCommand } from '../src/commands/verify';
import { generators } from '../src/generators';
import { fakeContext } from './fixtures/fake-context';
import { verified } from './fixtures/verified';

let folder: string;
let songs: string;

const newFolder = () => mkdtemp(join(tmpdir(), 'synth-verify-'));

/** Makes a run of interactions and returns its folder. */
async function interactionsRun(out: string, seed = '42', ...args: string[]): Promise<string> {
  const size = ['--users', '120', '--items', '80', '--seed', seed];
  const code = await simulate.run(
    ['interactions', '--out', out, ...size, ...args],
    fakeContext({ generators }),
  );
  expect(code).toBe(0);
  return out;
}

beforeAll(async () => {
  folder = await newFolder();
  songs = await interactionsRun(join(folder, 'songs-sim'));
});

describe('synth verify --html', () => {
  it('writes the page, says where, and opens nothing', async () => {
    const html = join(folder, 'report.html');
    const { text, opened } = await verified(songs, '--quick', '--html', html);
    const page = await readFile(html, 'utf8');
    const sentence = /<h1[^>]*>([^<]+)<\/h1>/.exec(page)![1]!;
    expect(text.replaceAll(/\s+/g, ' ')).toContain(sentence);
    expect(text.endsWith(`report: ${html}\n`)).toBe(true);
    expect(page).toContain('Made by</dt><dd>synth 0.1.0, report format 1');
    expect(opened).toEqual([]);
  });

  it('tells programs where it is', async () => {
    const html = join(folder, 'json.html');
    const { text } = await verified(songs, '--quick', '--json', '--html', html);
    expect(JSON.parse(text)).toMatchObject({ event: 'verified', html: { path: html, opened: null } });
    expect(existsSync(html)).toBe(true);
  });

  it('that cannot be written is refused, and leaves nothing', async () => {
    const html = join(folder, 'nowhere', 'report.html');
    await expect(verified(songs, '--quick', '--html', html)).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      field: '--html',
    });
    expect(await readdir(folder)).not.toContain('nowhere');
  });
});

describe('synth verify --open', () => {
  it('writes beside the run, whose folder holds nothing but the run, and opens it', async () => {
    const before = await readdir(songs);
    const { text, opened } = await verified(songs, '--quick', '--open');
    const html = join(dirname(songs), 'songs-sim.report.html');
    expect(opened).toEqual([html]);
    expect(existsSync(html)).toBe(true);
    expect(text.endsWith(`report: ${html}, opened\n`)).toBe(true);
    expect(await readdir(songs)).toEqual(before);
    // A page beside the run does not make the run another one.
    expect((await verified(songs, '--quick')).text).not.toContain('fail ');
  });

  it('opens the page that --html names', async () => {
    const html = join(folder, 'named.html');
    expect((await verified(songs, '--quick', '--open', '--html', html)).opened).toEqual([html]);
  });

  it('says where no browser can be opened', async () => {
    const context = fakeContext({ generators });
    await verifyCommand.run([songs, '--quick', '--open'], context);
    expect(context.stdout.text).toMatch(/songs-sim\.report\.html \(no browser could be opened here\)\n$/);
  });
});

describe('synth verify --reference', () => {
  it('shows what the reference has beside each figure', async () => {
    const other = await interactionsRun(join(folder, 'other'), 'other');
    const { code, text } = await verified(songs, '--quick', '--reference', other, '--json');
    const report = JSON.parse(text) as VerifyReport;
    expect(report.preset).toBeNull();
    expect(report.comparison!.reference.name).toBe(basename(other));
    expect(code).toBe(report.verdict.ok ? 0 : 1);
    const { text: table } = await verified(songs, '--quick', '--reference', other);
    const density = report.realism.find(({ figure }) => figure === 'density')!;
    const three = (value: number) => String(Number(value.toPrecision(3)));
    expect(table).toMatch(
      new RegExp(`${density.title} +${three(density.value!)} +${three(density.reference!)} +`),
    );
    expect(table).toMatch(/\nbeside other {2}\d+ users/);
    expect(table).toContain(
      `users told apart: AUC ${report.comparison!.toldApart.generated.auc.toFixed(3)} `,
    );
  });

  it('ends with 0 for what is like it', async () => {
    const { code, text } = await verified(songs, '--quick', '--reference', songs);
    expect(code).toBe(0);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('It is like the reference.');
  });

  it('ends with 1 for what is not like it, columns of its own read', async () => {
    const flat = join(folder, 'flat.csv');
    const cells = Array.from({ length: 900 }, (_, k) => `v${k % 60},x${(k * k + Math.floor(k / 7)) % 37}`);
    await writeFile(flat, `who,what\n${[...new Set(cells)].join('\n')}\n`);
    const columns = ['--reference-user', 'who', '--reference-item', 'what'];
    const { code, text } = await verified(songs, '--quick', '--reference', flat, ...columns);
    expect(code).toBe(1);
    expect(text).toMatch(/^FAIL/);
    expect(text).toContain('bands of flat.csv, seed synth');
  });

  it('beside a preset is refused', async () => {
    await expect(verified(songs, '--preset', 'standard', '--reference', songs)).rejects.toMatchObject({
      code: 'BANDS_CLASH',
    });
  });
});

describe('synth verify --twin', () => {
  it('ends with 0 where the same options made the same rows, and says zero', async () => {
    const again = await interactionsRun(join(folder, 'again'));
    const { code, text } = await verified(songs, '--twin', again);
    expect(code).toBe(0);
    expect(text).toMatch(/^PASS {2}songs-sim and again\nThe same options, and not a row differs\.\n/);
    expect(text).toMatch(/\n {2}interactions +120 user\S* +0% +0 +0 +0 +0/);
  });

  it('ends with 0 where an option differs, and says which and for how many', async () => {
    const stronger = await interactionsRun(
      join(folder, 'stronger'),
      '42',
      '--taste',
      'kind=favourite,boost=9',
    );
    const { code, text } = await verified(songs, '--twin', stronger, '--json');
    expect(code).toBe(0);
    const twins = JSON.parse(text) as {
      options: unknown;
      tables: { table: string; share: number }[];
      verdict: { code: string };
    };
    expect(twins.verdict.code).toBe('OPTIONS_DIFFER');
    expect(twins.options).toEqual([{ option: 'taste.boost', a: 7, b: 9 }]);
    expect(twins.tables.find(({ table }) => table === 'interactions')!.share).toBeGreaterThan(0);
  });

  it('ends with 1 where the seeds differ', async () => {
    const other = await interactionsRun(join(folder, 'other-seed'), '43');
    const { code, text } = await verified(songs, '--twin', other);
    expect(code).toBe(1);
    expect(text).toContain('These are no twins: they differ in their seed.');
  });

  it('refuses options about one run', async () => {
    const html = join(folder, 'twins.html');
    await expect(verified(songs, '--twin', songs, '--html', html)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      field: 'html',
    });
    expect(existsSync(html)).toBe(false);
  });
});

describe('synth verify --held-out', () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => {
      const k = from + at;
      return `u${k % 30},x${(k * 7 + Math.floor(k / 30) * 3) % 41},${1_700_000_000 + k * 1000}`;
    });
  const files = async (held: readonly string[]) => {
    const dir = await newFolder();
    const head = 'user_id,item_id,timestamp\n';
    await writeFile(join(dir, 'train.csv'), `${head}${rows(0, 300).join('\n')}\n`);
    await writeFile(join(dir, 'held.csv'), `${head}${held.join('\n')}\n`);
    return verified(join(dir, 'train.csv'), '--quick', '--json', '--held-out', join(dir, 'held.csv'));
  };
  const leaks = (text: string) =>
    (JSON.parse(text) as VerifyReport).integrity.filter(
      ({ name, status }) => status === 'fail' && /held|leak|part|split|both/i.test(name),
    );

  it('finds rows that a model has seen, with 1', async () => {
    const { code, text } = await files([...rows(300, 320), ...rows(100, 103)]);
    expect(code).toBe(1);
    expect(leaks(text).length).toBeGreaterThan(0);
    expect((JSON.parse(text) as VerifyReport).verdict.reasons[0]!.code).toBe('NOT_WHOLE');
  });

  it('finds none where there are none', async () => {
    expect(leaks((await files(rows(300, 320))).text)).toEqual([]);
  });
});

describe('synth verify refuses', () => {
  it('a preset that is not there, before it reads', async () => {
    await expect(verified('/no/such/run', '--preset', 'movielens')).rejects.toMatchObject({
      code: 'PRESET_UNKNOWN',
      field: 'preset',
    });
  });

  it.each([
    ['an empty file', '', 'INPUT_EMPTY'],
    ['a file without rows', 'user_id,item_id\n', 'SOURCE_EMPTY'],
    ['a file without items', 'user_id,what\nann,x\n', 'INPUT_COLUMN_MISSING'],
    ['a row that is cut off', 'user_id,item_id\n"ann,x\n', 'INPUT_SYNTAX'],
  ])('%s', async (_, text, code) => {
    const path = join(await newFolder(), 'plays.csv');
    await writeFile(path, text);
    const html = join(dirname(path), 'report.html');
    await expect(verified(path, '--quick', '--html', html)).rejects.toMatchObject({ code });
    expect(existsSync(html)).toBe(false);
  });
});

it('reports a run whose file was cut, as a page too, with 1', async () => {
  const cut = await interactionsRun(join(folder, 'cut'));
  const path = join(cut, 'interactions.csv');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.slice(0, text.lastIndexOf('\n', text.length / 2) + 1));
  const html = join(folder, 'cut.html');
  const { code, text: said } = await verified(cut, '--quick', '--html', html);
  expect(code).toBe(1);
  expect(said).toMatch(/^FAIL/);
  expect(said).toContain('This data is not whole');
  expect(await readFile(html, 'utf8')).toContain('<strong>Not whole</strong>');
});
