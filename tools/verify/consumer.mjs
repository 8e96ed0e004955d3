// The programs of somebody who installed the packages, as text: they import by name what only the consumer's
// folder has.

/** A name that a package's own verb is called by, with what must hold of it in one line; see `smoke`. */
const smokes = {
  '@synth/interactions': `
    const data = pkg.interactions({ users: 20, items: 30, seed: 'install' });
    const rows = [...data.rows('interactions')];
    if (rows.length < 20 || rows[0].user_id === undefined) throw new Error('no interactions: ' + rows.length);
    return JSON.stringify(rows);`,
  '@synth/llm': `
    const request = { messages: [{ role: 'user', text: 'Hello?' }], maxOutputTokens: 10 };
    const key = pkg.requestKey(pkg.offlineModel(), request);
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('no key: ' + key);
    return key;`,
};

/** What an adapter says where the library that it loads is not installed: entry, model, library. */
const withoutLibrary = {
  '@synth/llm': [
    ['@synth/llm/openai', 'openAiModel', 'openai'],
    ['@synth/llm/openai', 'openAiEmbeddingModel', 'openai'],
    ['@synth/llm/gemini', 'geminiModel', '@google/genai'],
    ['@synth/llm/gemini', 'geminiEmbeddingModel', '@google/genai'],
  ],
};

/** A small true call, as a function of the package: its result is compared between module systems. */
const smoke = (name) => `(pkg) => { ${smokes[name] ?? 'return undefined;'} }`;

const list = (entries) => JSON.stringify(entries);

/** Imports every entry as ES modules. */
export const esm = (entries) => `
for (const entry of ${list(entries)}) if (typeof await import(entry) !== 'object') throw new Error(entry);
`;

/** Requires every entry as CommonJS. */
export const commonjs = (entries) => `
for (const entry of ${list(entries)}) if (typeof require(entry) !== 'object') throw new Error(entry);
`;

/** Both in one process: the same names, the same bytes, and errors of one copy known to the other. */
export const both = (entries, name) => `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
for (const entry of ${list(entries)}) {
  const names = [Object.keys(await import(entry)), Object.keys(require(entry))].map((one) => one.filter((key) => key !== 'default' && key !== '__esModule').sort().join());
  if (names[0] !== names[1]) throw new Error(entry + ' has ' + names[0] + ' as ES module and ' + names[1] + ' as CommonJS');
}
const smoke = ${smoke(name)};
if (smoke(await import('${name}')) !== smoke(require('${name}'))) throw new Error('other bytes from the CommonJS copy');
const core = [await import('@synth/core'), require('@synth/core')];
for (const [thrower, reader] of [core, [...core].reverse()]) {
  let error;
  try { thrower.streams({ seed: NaN, dataset: 'x' }); } catch (caught) { error = caught; }
  if (!reader.isSynthError(error, 'SEED_INVALID')) throw new Error('an error of one copy is a stranger to the other');
}
`;

/** A plain Jest test, without any configuration. */
export const jestTest = (entries, name) => `
test.each(${list(entries)})('%s', (entry) => { expect(typeof require(entry)).toBe('object'); });
test('a small call', () => { const pkg = require('${name}'); const smoke = ${smoke(name)}; expect(smoke(pkg)).toBe(smoke(pkg)); });
`;

/** Imports the types of every entry; an entry without types would be an implicit any. */
export const types = (entries) => `
${entries.map((entry, i) => `import * as entry${i} from '${entry}';`).join('\n')}
import { type Rng, streams } from '@synth/core';
const rng: Rng = streams({ seed: 1, dataset: 'x' }).stream('y').at(0);
// @ts-expect-error a draw is a number
export const wrong: string = rng.nextF64();
export const all: object[] = [${entries.map((_, i) => `entry${i}`).join(', ')}];
`;

/**
 * A compiler that checks declarations too.
 *
 * @param environment where the names of the platform come from: 'dom', or 'node' with its types installed
 */
export const tsconfig = (module, moduleResolution, environment) =>
  JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      lib: environment === 'dom' ? ['es2023', 'dom'] : ['es2023'],
      types: environment === 'dom' ? [] : ['node'],
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    },
    files: ['types.ts', ...(module === 'nodenext' ? ['types.cts'] : [])],
  });

const libraryChecks = (name) => `
async function check(load) {
  const { embed, generateText } = await load('${name}');
  for (const [entry, make, library] of ${JSON.stringify(withoutLibrary[name] ?? [])}) {
    const model = (await load(entry))[make]({ apiKey: 'k' });
    const call = model.kind === 'text' ? generateText({ model, prompt: 'x' }) : embed({ model, texts: ['x'] });
    const error = await call.then(() => undefined, (reason) => reason);
    if (error?.code !== 'SDK_MISSING' || !error.remedy.startsWith('npm install ' + library + ','))
      throw new Error(make + ' without ' + library + ': ' + (error?.stack ?? 'no error'));
  }
}`;

/** As an ES module: every adapter says which library it lacks. */
export const esmWithoutLibraries = (name) => `${libraryChecks(name)}
await check((entry) => import(entry));
`;

/** The same as CommonJS. */
export const commonjsWithoutLibraries = (name) => `${libraryChecks(name)}
check(async (entry) => require(entry)).catch((error) => { console.error(error); process.exitCode = 1; });
`;
