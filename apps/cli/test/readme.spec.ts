import { copyFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../src/command-line';
import { generators } from '../src/generators';
import { main } from '../src/main';
import { fakeContext } from './fixtures/fake-context';

const prompt = '$ npx @synth/cli ';

/** The figures of a run move with every version of its dataset; what surrounds them does not. */
const withoutFigures = (text: string): string => text.replaceAll(/[\d,.]*\d/g, '#').replaceAll(/ +/g, ' ');

it('shows what the commands in it print', async () => {
  const readme = await readFile(join(__dirname, '..', 'README.md'), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'synth-readme-'));
  await copyFile(join(__dirname, '..', '..', '..', 'data', 'songs-234.csv'), join(folder, 'songs.csv'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    for (const [, block] of readme.matchAll(/^```console\n(.*?)^```$/gms)) {
      const context = fakeContext({ generators, commandLine: (args) => commandLine(args, {}) });
      let expected = '';
      for (const line of block!.trimEnd().split('\n')) {
        if (line.startsWith(prompt)) await main(line.slice(prompt.length).split(' '), context);
        else expected += `${line}\n`;
      }
      expect(withoutFigures(context.stdout.text + context.stderr.text)).toBe(withoutFigures(expected));
    }
  } finally {
    process.chdir(before);
  }
});
