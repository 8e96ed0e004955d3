import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const path = new URL('../../../docs/benchmarks.md', import.meta.url);

/** Puts a section of docs/benchmarks.md in the place of the one with its title, or at the end. */
export async function writeSection(title, lines) {
  const text = await readFile(path, 'utf8');
  const sections = text.split(/^(?=## )/m);
  const section = `## ${title}\n\n${lines.join('\n')}\n\n`;
  const at = sections.findIndex((one) => one.startsWith(`## ${title}\n`));
  if (at === -1) sections.push(section);
  else sections[at] = section;
  const joined = sections.map((one) => `${one.trimEnd()}\n\n`).join('');
  const options = await resolveConfig(path);
  await writeFile(path, await format(joined, { ...options, parser: 'markdown' }));
}
