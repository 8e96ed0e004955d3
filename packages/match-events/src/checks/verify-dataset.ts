import type { Disjoint } from '../training/training-config';
import { apart } from './apart';
import { columnsPresent, constantColumns, featureRange } from './feature-checks';
import type { CheckedRow, DatasetCheck } from './dataset-check';
import { leakingColumns } from './leaking-columns';
import { personalColumns } from './personal-columns';
import { balance, duplicates, labels, matchTypesThere, timeSplit } from './row-checks';

/** What {@link verifyDataset} found. */
export interface DatasetReport {
  readonly passed: boolean;
  readonly rows: { readonly train: number; readonly val: number };
  readonly checks: readonly DatasetCheck[];
}

/**
 * Checks a training set: columns, personal data, features in 0..1, match types, labels, class balance, the split by
 * time, duplicates, constant columns and features that know the outcome; on demand that no pair or no person stands in
 * both files. Fields may be values or, as of CSV, their texts.
 *
 * @param options.disjoint what must not stand in both files; default `none`: not looked at
 * @example
 * ```ts
 * verifyDataset([], []).passed; // => false
 * ```
 */
export function verifyDataset(
  train: readonly CheckedRow[],
  val: readonly CheckedRow[],
  { disjoint = 'none' }: { readonly disjoint?: Disjoint } = {},
): DatasetReport {
  const all = [...train, ...val];
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))];
  const parts = { train, val, all, columns };
  const checks = [
    columnsPresent(parts),
    personalColumns(parts),
    featureRange(parts),
    matchTypesThere(parts),
    labels(parts),
    balance(parts),
    timeSplit(parts),
    ...(disjoint === 'none' ? [] : [apart(parts, disjoint)]),
    duplicates(parts),
    constantColumns(parts),
    leakingColumns(parts),
  ];
  return {
    passed: checks.every(({ passed }) => passed),
    rows: { train: train.length, val: val.length },
    checks,
  };
}
