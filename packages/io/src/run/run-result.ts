import type { JsonValue } from '@synth/core';
import type { Manifest, ManifestFile } from '../manifest/manifest';

/** A file as a dry run sees it. */
export interface PlannedFile {
  readonly path: string;
  readonly format: string;
  /** Expected: a mean, where a row is no entity. */
  readonly rows: number;
  /** From the first block of each stage; undefined where rows cannot be made without their cost. */
  readonly bytes?: number;
}

interface RunFacts {
  readonly out: string;
  readonly planHash: string;
  readonly tables: readonly string[];
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** All files are in place; `already-complete` when they had been before. */
export interface CompleteRun extends RunFacts {
  readonly status: 'complete' | 'already-complete';
  readonly manifest: Manifest;
  readonly files: readonly ManifestFile[];
  readonly describe: Readonly<Record<string, JsonValue>>;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly workers: number;
}

/** The signal ended the run; running the same again goes on where it ended. */
export interface InterruptedRun extends RunFacts {
  readonly status: 'interrupted';
  readonly blocks: number;
  readonly allBlocks: number;
  readonly milliseconds: number;
  readonly workers: number;
}

/** What a dry run found. */
export interface PlannedRun extends RunFacts {
  readonly status: 'planned';
  readonly files: readonly PlannedFile[];
  readonly blocks: number;
  /** Sum over the files whose size is known. */
  readonly bytes: number;
}

/** What became of a run. */
export type RunResult = CompleteRun | InterruptedRun | PlannedRun;
