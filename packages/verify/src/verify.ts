import type { Seed } from '@synth/core';
import { defaultSeed, SynthError } from '@synth/core';
import { cfViability } from '@synth/interactions';
import type { InteractionMatrix } from '@synth/interactions';
import type { VerifyErrorCode } from './errors';
import type { Check } from './integrity/check';
import { learnability } from './learnability/learnability';
import type { HoldoutScores } from './learnability/learnability';
import type { LeftOut } from './learnability/models-for';
import { truthOf } from './learnability/oracle';
import { withoutEmpty } from './learnability/without-empty';
import { bandNames, bandsOf } from './realism/bands-of';
import { learnabilityNames, realismNames } from './realism/figure-names';
import type { Judged } from './realism/judged';
import { judgeTables } from './realism/judge-tables';
import { judge } from './realism/judged';
import { ratingFigures } from './realism/rating-figures';
import { itemFigures, sampleErrors } from './realism/sampled-figures';
import { sessionFigures } from './realism/sessions';
import { shapeFigures } from './realism/shape-figures';
import { tableBandsOf } from './realism/table-bands';
import type { Comparison } from './reference/compare-interactions';
import { compareEqual } from './reference/compare-interactions';
import { equalSize } from './reference/equal-size';
import { fewestItems, fewestUsers, referenceBands, requireReference } from './reference/reference-bands';
import type { ColumnNames } from './source/column-names';
import { readSource } from './source/read-source';
import type { Source } from './source/source';
import type { TableFindings } from './tables/table-findings';
import type { Verdict } from './verdict/verdict';
import { verdict } from './verdict/verdict';

/** What to hold data against, and how thoroughly. */
export interface VerifyOptions<Reference = string> {
  /** Whose bands. Default: the preset that a run was made with; else what holds for any data. */
  readonly preset?: string;
  /** Real interactions to compare with, in place of a preset: a file or the folder of a run. */
  readonly reference?: Reference;
  /** Columns of the reference that are not called as usual. */
  readonly referenceColumns?: ColumnNames;
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
  /** Hears what is done next, in a few words: all of it may take minutes. */
  readonly onStep?: (step: string) => void;
}

/** What was read. */
export interface SourceSummary {
  readonly name: string;
  readonly kind: Source['kind'];
  readonly rows: number;
  /** With at least one interaction. */
  readonly users: number;
  readonly items: number;
  /** Pairs of a user and an item. */
  readonly interactions: number;
}

/** Everything that was found; plain JSON. */
export interface VerifyReport {
  readonly version: 1;
  readonly source: SourceSummary;
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
  /** What was found beside a reference; null without one, and where there was too little to compare. */
  readonly comparison: (Comparison & { readonly reference: SourceSummary }) | null;
  readonly holdouts: readonly HoldoutScores[];
  readonly leftOut: readonly LeftOut[];
}

/** Beyond so many interactions, recommenders are judged by a sample of users. */
const exactInteractions = 1_000_000;
const sampleOfUsers = 2_000;

/** Beyond so many users, a quick look judges by a sample of them too. */
const quickUsers = 5_000;

/**
 * Judges a run, or a file of interactions: is it whole, does it look real, can a recommender learn from it. With a
 * reference: is it like that one.
 *
 * @param path the folder of a run, or a CSV, JSON Lines or Parquet file of interactions
 * @throws SynthError `SOURCE_UNREADABLE`, `SOURCE_UNSUITED`, `SOURCE_EMPTY`, `PRESET_UNKNOWN`, `REFERENCE_UNSUITED`,
 *   `BANDS_CLASH`; the codes of `@synth/io` for files that are damaged
 */
export async function verify(path: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  return (await verifyWithSource(path, options)).report;
}

/** As {@link verify}, with what was read: pictures are drawn of it. */
export async function verifyWithSource(
  path: string,
  options: VerifyOptions = {},
): Promise<{ readonly report: VerifyReport; readonly source: Source }> {
  bandsOf(options.preset);
  requireOneMeasure(options);
  const { reference, heldOut, seed, maxRows } = options;
  const read = (from: string, columns?: ColumnNames, held?: string): Promise<Source> => {
    options.onStep?.(`reading ${from}`);
    return readSource(from, columns, { heldOut: held, seed, maxRows });
  };
  const { reference: _path, ...rest } = options;
  const theirs = reference === undefined ? undefined : await read(reference, options.referenceColumns);
  const source = await read(path, options.columns, heldOut);
  const report = verifySource(source, theirs === undefined ? rest : { ...rest, reference: theirs });
  return { report, source };
}

/**
 * Judges interactions in memory.
 *
 * @throws SynthError `PRESET_UNKNOWN`, `REFERENCE_UNSUITED`, `BANDS_CLASH`
 */
export function verifyMatrix(
  matrix: InteractionMatrix,
  options: VerifyOptions<InteractionMatrix> = {},
): VerifyReport {
  const { reference, ...rest } = options;
  return verifySource(sourceOf('matrix', matrix), {
    ...rest,
    ...(reference === undefined ? {} : { reference: sourceOf('reference', reference) }),
  });
}

const sourceOf = (name: string, matrix: InteractionMatrix): Source => ({
  name,
  kind: 'memory',
  matrix,
  rows: matrix.indices.length,
  checks: [],
});

/**
 * Judges what {@link readSource} read.
 *
 * @throws SynthError `PRESET_UNKNOWN`, `REFERENCE_UNSUITED`, `BANDS_CLASH`
 */
export function verifySource(source: Source, options: VerifyOptions<Source> = {}): VerifyReport {
  const { seed = defaultSeed, quick = false, onStep = () => undefined } = options;
  requireOneMeasure(options);
  const preset =
    options.preset ??
    (options.reference === undefined && bandNames.includes(source.preset ?? '') ? source.preset : undefined);
  const whole = withoutEmpty(source.matrix);
  onStep('whether it can teach at all');
  // Its verdict does not rest on the density of cosines, which is the one that takes time.
  const viability = cfViability(whole, { seed, budget: 1 });
  const sameUsers = haveSameItems(whole);
  const learnable = viability.verdict !== 'impossible' && !sameUsers;
  const sides =
    options.reference === undefined
      ? undefined
      : equalSize(whole, requireReference(options.reference.name, options.reference.matrix, seed), { seed });
  const comparable =
    learnable && sides !== undefined && sides[0].rows >= fewestUsers && sides[0].cols >= fewestItems;
  const [matrix, theirs] = comparable ? sides : [whole];
  const many = matrix.indices.length > exactInteractions || (quick && matrix.rows > quickUsers);
  const maxUsers = options.maxUsers ?? (many ? sampleOfUsers : undefined);
  const judged = { seed, ...(maxUsers === undefined ? {} : { maxUsers }) };
  const reference =
    theirs === undefined
      ? undefined
      : referenceBands(theirs, { ...judged, plays: options.reference?.plays !== undefined });
  const held = reference?.bands ?? bandsOf(preset);
  onStep('its shape');
  const figuresOf = (part: InteractionMatrix): Readonly<Record<string, number>> =>
    learnable ? shapeFigures(part, { seed, plays: false }) : sessionFigures(part);
  const sampled = comparable ? undefined : source.sampled;
  const shape = judge(
    {
      ...(learnable
        ? shapeFigures(matrix, { seed, plays: source.plays !== undefined })
        : sessionFigures(matrix)),
      ...(source.ratings === undefined ? {} : ratingFigures(source.ratings)),
      ...(sampled === undefined || !learnable ? {} : itemFigures(sampled.itemRows, matrix)),
    },
    realismNames,
    held,
    {
      errors: sampled === undefined || !learnable ? {} : sampleErrors(matrix, figuresOf, sampled, { seed }),
      reference: reference?.values,
    },
  );
  const realism = withTables(shape, source.tables ?? [], preset, reference !== undefined);
  const learnt = learnable
    ? learnability(matrix, {
        ...judged,
        quick,
        onStep,
        ...(options.models === undefined ? {} : { models: options.models }),
        ...(source.truth === undefined ? {} : { truth: truthOf(matrix, source.matrix, source.truth) }),
      })
    : { holdouts: [], figures: {}, errors: {}, leftOut: [] };
  const bySample = sampled !== undefined || (maxUsers !== undefined && maxUsers < matrix.rows);
  const tests = judge(learnt.figures, learnabilityNames, held, {
    errors: bySample ? learnt.errors : {},
    reference: reference?.values,
  });
  if (theirs !== undefined) onStep('the comparison with the reference');
  const comparison = theirs === undefined ? undefined : compareEqual(matrix, theirs, { ...judged, quick });
  return {
    version: 1,
    source: summaryOf(source, whole),
    preset: preset ?? null,
    seed: String(seed),
    quick,
    sampledShare: source.sampled?.share ?? null,
    sampledUsers: maxUsers !== undefined && maxUsers < matrix.rows ? maxUsers : null,
    verdict: verdict({
      ...{ checks: source.checks, viability, sameUsers, realism, learnability: tests },
      ...(options.reference === undefined ? {} : { comparison: comparison?.figures ?? [] }),
    }),
    integrity: source.checks,
    realism,
    learnability: tests,
    comparison:
      comparison === undefined
        ? null
        : {
            reference: summaryOf(options.reference!, withoutEmpty(options.reference!.matrix)),
            ...comparison,
          },
    holdouts: learnt.holdouts,
    leftOut: [...learnt.leftOut, ...(comparison?.leftOut ?? [])],
  };
}

const summaryOf = ({ name, kind, rows }: Source, matrix: InteractionMatrix): SourceSummary => ({
  ...{ name, kind, rows },
  users: matrix.rows,
  items: matrix.cols,
  interactions: matrix.indices.length,
});

/** @throws SynthError `BANDS_CLASH` */
function requireOneMeasure({ preset, reference }: VerifyOptions<unknown>): void {
  if (preset === undefined || reference === undefined) return;
  throw new SynthError<VerifyErrorCode>({
    code: 'BANDS_CLASH',
    message: `data is held to the bands of ${preset} or to a reference, not to both`,
    field: 'preset',
    value: preset,
    remedy: 'leave one of preset and reference out',
  });
}

/** Whether all users have exactly the same items, and there is more than one user. */
function haveSameItems({ rows, indptr, indices }: InteractionMatrix): boolean {
  const first = indices.subarray(0, indptr[1]);
  if (rows < 2 || indices.length !== rows * first.length) return false;
  return indices.every((item, k) => item === first[k % first.length]);
}

/**
 * Figures of interactions with those of the table that they stand in, which take the place of figures of the same name:
 * they are of every event, those of a matrix of every pair.
 */
function withTables(
  shape: readonly Judged[],
  findings: readonly TableFindings[],
  preset: string | undefined,
  isCompared: boolean,
): readonly Judged[] {
  const kinds = findings.map(({ kind }) => kind);
  const tables = judgeTables(findings, isCompared ? [] : tableBandsOf(kinds, preset));
  const names = new Set(tables.map(({ figure }) => figure));
  return [...shape.filter(({ figure }) => !names.has(figure)), ...tables].toSorted((a, b) =>
    a.id < b.id ? -1 : Number(a.id > b.id),
  );
}
