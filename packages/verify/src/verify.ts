import type { Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import { cfViability } from '@synth/interactions';
import type { InteractionMatrix } from '@synth/interactions';
import { calibration, calibrationFigures } from '@synth/interactions/evaluate';
import type { Check } from './integrity/check';
import { learnability } from './learnability/learnability';
import type { HoldoutScores } from './learnability/learnability';
import type { LeftOut } from './learnability/models-for';
import { truthOf } from './learnability/oracle';
import { withoutEmpty } from './learnability/without-empty';
import { bandNames, bandsOf } from './realism/bands-of';
import { learnabilityNames, realismNames } from './realism/figure-names';
import type { Judged } from './realism/judged';
import { judge } from './realism/judged';
import { ratingFigures } from './realism/rating-figures';
import { repeatPlays } from './realism/repeat-plays';
import { itemFigures, sampleErrors } from './realism/sampled-figures';
import { sessionFigures } from './realism/sessions';
import type { ColumnNames } from './source/column-names';
import { readSource } from './source/read-source';
import type { Source } from './source/source';
import type { Verdict } from './verdict/verdict';
import { verdict } from './verdict/verdict';

/** What to hold data against, and how thoroughly. */
export interface VerifyOptions {
  /** Whose bands. Default: the preset that a run was made with; else what holds for any data. */
  readonly preset?: string;
  /** Of holdouts, shuffles and samples. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** TopPop, ItemKNN and the shuffle only. @defaultValue false */
  readonly quick?: boolean;
  /** Only these of the learnt models: EASE, iALS, BPR, two-tower, two-tower without log q. @defaultValue all that fit */
  readonly models?: readonly string[];
  /** Columns of a plain file that are not called as usual. */
  readonly columns?: ColumnNames;
  /**
   * A file of rows that were held out from a plain file, with the same columns: no pair and no row may be in both, and
   * nothing held out may be before the last row. The tables train, validation and test of a run are checked anyway.
   */
  readonly heldOut?: string;
  /** Beyond so many rows, those of a seeded sample of users are looked at. @defaultValue 1,200,000 */
  readonly maxRows?: number;
  /** Judge recommenders by at most so many users, a seeded sample. @defaultValue 2,000 beyond a million interactions, or 5,000 users of a quick look */
  readonly maxUsers?: number;
}

/** Everything that was found; plain JSON. */
export interface VerifyReport {
  readonly version: 1;
  readonly source: {
    readonly name: string;
    readonly kind: Source['kind'];
    readonly rows: number;
    /** With at least one interaction. */
    readonly users: number;
    readonly items: number;
    /** Pairs of a user and an item. */
    readonly interactions: number;
  };
  readonly preset: string | null;
  readonly seed: string;
  readonly quick: boolean;
  /** Of users, whose interactions were looked at, where there are too many for all; figures then have intervals. */
  readonly sampledShare: number | null;
  /** Users that recommenders were judged by, where not by all. */
  readonly sampledUsers: number | null;
  readonly verdict: Verdict;
  readonly integrity: readonly Check[];
  readonly realism: readonly Judged[];
  readonly learnability: readonly Judged[];
  readonly holdouts: readonly HoldoutScores[];
  readonly leftOut: readonly LeftOut[];
}

/** Beyond so many interactions, recommenders are judged by a sample of users. */
const exactInteractions = 1_000_000;
const sampleOfUsers = 2_000;

/** Beyond so many users, a quick look judges by a sample of them too. */
const quickUsers = 5_000;

/**
 * Judges a run, or a file of interactions: is it whole, does it look real, can a recommender learn from it.
 *
 * @param path the folder of a run, or a CSV, JSON Lines or Parquet file of interactions
 * @throws SynthError `SOURCE_UNREADABLE`, `SOURCE_UNSUITED`, `SOURCE_EMPTY`, `PRESET_UNKNOWN`; the codes of
 *   `@synth/io` for files that are damaged
 */
export async function verify(path: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  bandsOf(options.preset);
  return verifySource(
    await readSource(path, options.columns, {
      heldOut: options.heldOut,
      seed: options.seed,
      maxRows: options.maxRows,
    }),
    options,
  );
}

/**
 * Judges interactions in memory.
 *
 * @throws SynthError `PRESET_UNKNOWN`
 */
export function verifyMatrix(matrix: InteractionMatrix, options: VerifyOptions = {}): VerifyReport {
  return verifySource(
    { name: 'matrix', kind: 'memory', matrix, rows: matrix.indices.length, checks: [] },
    options,
  );
}

/**
 * Judges what {@link readSource} read.
 *
 * @throws SynthError `PRESET_UNKNOWN`
 */
export function verifySource(source: Source, options: VerifyOptions = {}): VerifyReport {
  const { seed = defaultSeed, quick = false } = options;
  const preset = options.preset ?? (bandNames.includes(source.preset ?? '') ? source.preset : undefined);
  const held = bandsOf(preset);
  const matrix = withoutEmpty(source.matrix);
  const many = matrix.indices.length > exactInteractions || (quick && matrix.rows > quickUsers);
  const maxUsers = options.maxUsers ?? (many ? sampleOfUsers : undefined);
  const viability = cfViability(matrix, { seed });
  const sameUsers = haveSameItems(matrix);
  const learnable = viability.verdict !== 'impossible' && !sameUsers;
  const figuresOf = (part: InteractionMatrix): Readonly<Record<string, number>> => ({
    ...(learnable ? calibrationFigures(calibration(part, { seed })) : {}),
    ...sessionFigures(part),
  });
  const { sampled } = source;
  const realism = judge(
    {
      ...figuresOf(matrix),
      ...(source.plays === undefined ? {} : repeatPlays(source.matrix, source.plays)),
      ...(source.ratings === undefined ? {} : ratingFigures(source.ratings)),
      ...(sampled === undefined || !learnable ? {} : itemFigures(sampled.itemRows, matrix)),
    },
    realismNames,
    held,
    sampled === undefined || !learnable ? {} : sampleErrors(matrix, figuresOf, sampled, { seed }),
  );
  const learnt = learnable
    ? learnability(matrix, {
        seed,
        quick,
        ...(options.models === undefined ? {} : { models: options.models }),
        ...(maxUsers === undefined ? {} : { maxUsers }),
        ...(source.truth === undefined ? {} : { truth: truthOf(matrix, source.matrix, source.truth) }),
      })
    : { holdouts: [], figures: {}, errors: {}, leftOut: [] };
  const bySample = sampled !== undefined || (maxUsers !== undefined && maxUsers < matrix.rows);
  const tests = judge(learnt.figures, learnabilityNames, held, bySample ? learnt.errors : {});
  return {
    version: 1,
    source: {
      name: source.name,
      kind: source.kind,
      rows: source.rows,
      users: matrix.rows,
      items: matrix.cols,
      interactions: matrix.indices.length,
    },
    preset: preset ?? null,
    seed: String(seed),
    quick,
    sampledShare: sampled?.share ?? null,
    sampledUsers: maxUsers !== undefined && maxUsers < matrix.rows ? maxUsers : null,
    verdict: verdict({ checks: source.checks, viability, sameUsers, realism, learnability: tests }),
    integrity: source.checks,
    realism,
    learnability: tests,
    holdouts: learnt.holdouts,
    leftOut: learnt.leftOut,
  };
}

/** Whether all users have exactly the same items, and there is more than one user. */
function haveSameItems({ rows, indptr, indices }: InteractionMatrix): boolean {
  const first = indices.subarray(0, indptr[1]);
  if (rows < 2 || indices.length !== rows * first.length) return false;
  return indices.every((item, k) => item === first[k % first.length]);
}
