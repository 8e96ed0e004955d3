import { basename, resolve } from 'node:path';
import type { JsonValue, Seed } from '@synth/core';
import { defaultSeed, SynthError } from '@synth/core';
import { verifyFiles } from '@synth/io';
import type { VerifyErrorCode } from '../errors';
import type { Check } from '../integrity/check';
import type { Judged } from '../realism/judged';
import { readTables } from '../source/read-tables';
import type { GeneratedVerdict } from './generated-verdict';
import { generatedVerdict } from './generated-verdict';
import type { GeneratorTests } from './generator-tests';

/** Everything that was found in a run by its generator's own tests; plain JSON. */
export interface GeneratedReport {
  readonly version: 1;
  readonly source: {
    readonly name: string;
    readonly kind: 'run';
    readonly dataset: string;
    /** By table. */
    readonly rows: Readonly<Record<string, number>>;
  };
  readonly seed: string;
  readonly verdict: GeneratedVerdict;
  readonly integrity: readonly Check[];
  readonly realism: readonly Judged[];
  readonly learnability: readonly Judged[];
}

/**
 * Judges a run by the tests that its generator brings: is it whole, does it look real, is what was planted there.
 *
 * @param dir the folder of a run
 * @param tests those of the generator that made it
 * @param options.seed of holdouts, shuffles and samples; default `synth`
 * @throws SynthError `SOURCE_UNSUITED` for a run of another generator; the codes of `@synth/io` for files that are
 *   damaged
 */
export async function verifyGenerated(
  dir: string,
  tests: GeneratorTests,
  { seed = defaultSeed }: { readonly seed?: Seed } = {},
): Promise<GeneratedReport> {
  const files = await verifyFiles(dir);
  const { dataset, config, inputs, describe, tables } = files.manifest.reproducible;
  if (dataset.name !== tests.dataset) throw unsuited(dir, dataset.name, tests.dataset);
  const judge = tests.begin({
    config,
    describe: describe as Readonly<Record<string, JsonValue>>,
    hasInputs: Object.keys(inputs).length > 0,
    seed,
  });
  const whole = await readTables(
    dir,
    files,
    ({ name }) =>
      (row) =>
        judge.row(name, row),
    seed,
  );
  const { checks, realism, learnability } = judge.finish();
  const integrity = [...whole.checks, ...checks, ...whole.personal];
  return {
    version: 1,
    source: {
      name: basename(resolve(dir)),
      kind: 'run',
      dataset: dataset.name,
      rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    },
    seed: String(seed),
    verdict: generatedVerdict({ checks: integrity, realism, learnability }),
    integrity,
    realism,
    learnability,
  };
}

const unsuited = (dir: string, found: string, wanted: string): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'SOURCE_UNSUITED',
    message: `${dir} is a run of ${found}, and the tests are those of ${wanted}`,
    field: 'path',
    value: dir,
    allowed: `a run of ${wanted}`,
  });
