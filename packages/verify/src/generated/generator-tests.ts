import type { JsonValue, Row, Seed } from '@synth/core';
import type { Check } from '../integrity/check';
import type { Judged } from '../realism/judged';

/** A run, as its manifest tells of it. */
export interface GeneratedRun {
  /** The complete configuration that it was made with. */
  readonly config: unknown;
  /** Figures of the whole. */
  readonly describe: Readonly<Record<string, JsonValue>>;
  /** Whether it was made from tables that somebody gave. */
  readonly hasInputs: boolean;
  /** Of holdouts, shuffles and samples. */
  readonly seed: Seed;
}

/** What the tests of a generator found. */
export interface GeneratorFindings {
  /** What could not be looked at, and why; what is broken. */
  readonly checks: readonly Check[];
  /** Figures of shape: 85% of those that are judged have to be in band. */
  readonly realism: readonly Judged[];
  /** What was planted and what can be learnt: all that is judged has to be in band. */
  readonly learnability: readonly Judged[];
}

/** Takes the rows of a run as they are read, then judges. */
export interface RunJudge {
  /** Rows come table by table, each table in its order; tables in any. Columns `a.b` are named so in any format. */
  row(table: string, row: Row): void;
  finish(): GeneratorFindings;
}

/** Targets and tests that a generator brings for its own runs: a value of this shape, without an import from here. */
export interface GeneratorTests {
  /** The name of the dataset whose runs it judges. */
  readonly dataset: string;
  begin(run: GeneratedRun): RunJudge;
}
