// Prints a digest of every function of Math that the packages may use, over a fixed grid. The rows of data sets rest on
// them, and engines may compute all but the exactly defined ones as they like: the output must be the same on every
// Node, and the same as math-functions.json beside this file (`--write` renews it).
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Defined to the last bit by the standard. */
const exact = ['abs', 'ceil', 'clz32', 'floor', 'imul', 'max', 'min', 'round', 'sign', 'trunc'];

const size = 100_000;
/** An irrational step: points that cover [0, 1) evenly and are no round numbers. */
const unit = (i) => (0.5 + i * 0.6180339887498949) % 1;
/** Over the magnitudes from 1e-12 to 1e12; read as text, since engines differ in powers of 10 too. */
const magnitudes = Array.from({ length: 25 }, (_, i) => Number(`1e${i - 12}`));
const positive = (i) => unit(i) * magnitudes[i % 25];
const real = (i) => (i % 2 === 0 ? positive(i) : -positive(i));
const within = (bound) => (i) => bound * (2 * unit(i) - 1);
const angle = (i) => (i % 3 === 0 ? within(1000)(i) : within(7)(i));

/** Points of each function. One that packages begin to use must be entered here. */
const grids = {
  acos: [within(1)],
  asin: [within(1)],
  atan2: [real, (i) => real(i + 7)],
  cbrt: [real],
  cos: [angle],
  exp: [(i) => (i % 4 === 0 ? within(745)(i) : within(20)(i))],
  expm1: [(i) => (i % 2 === 0 ? within(1)(i) : within(40)(i))],
  hypot: [real, (i) => real(i + 7)],
  log: [positive],
  log1p: [(i) => (i % 2 === 0 ? -unit(i) : positive(i))],
  log10: [positive],
  log2: [positive],
  sin: [angle],
  sqrt: [positive],
  tan: [angle],
  tanh: [within(20)],
};

const packages = new URL('../../../', import.meta.url).pathname;
const used = new Set(
  readdirSync(packages).flatMap((name) =>
    readdirSync(join(packages, name), { recursive: true })
      .filter((path) => /^src\/.*(?<!\.spec)\.ts$/.test(path))
      .flatMap(
        (path) => readFileSync(join(packages, name, path), 'utf8').match(/\bMath\.[a-z]\w*(?=\()/g) ?? [],
      )
      .map((call) => call.slice('Math.'.length)),
  ),
);

for (const name of used) {
  if (exact.includes(name) || name in grids) continue;
  throw new Error(`packages use Math.${name}: add its points to ${import.meta.url}`);
}

const digests = {};
for (const [name, grid] of Object.entries(grids)) {
  const values = Float64Array.from({ length: size }, (_, i) => Math[name](...grid.map((point) => point(i))));
  digests[name] = createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex');
}

const golden = new URL('math-functions.json', import.meta.url);
if (process.argv.includes('--write')) writeFileSync(golden, `${JSON.stringify(digests, null, 2)}\n`);
const expected = JSON.parse(readFileSync(golden, 'utf8'));
for (const [name, digest] of Object.entries(digests)) {
  console.log(`${digest}  Math.${name}`);
  if (expected[name] === digest) continue;
  console.error(`Math.${name}: expected ${expected[name]}`);
  process.exitCode = 1;
}
