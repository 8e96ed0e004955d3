import { flagColumns, isFeature, neededColumns } from './column-kinds';
import type { DatasetCheck, DatasetParts } from './dataset-check';
import { checkOf, isEmpty, numberIn, textIn } from './dataset-check';

/** Both files have the columns that a training set must have, and the same ones. */
export function columnsPresent({ train, val, columns }: DatasetParts): DatasetCheck {
  const wrong = Object.entries({ train, val }).flatMap(([name, rows]) => {
    if (rows.length === 0) return [`${name} has no rows`];
    const own = new Set(Object.keys(rows[0]!));
    const lacks = [...new Set([...neededColumns, ...columns])].filter((column) => !own.has(column));
    return lacks.length === 0 ? [] : [`${name} lacks ${lacks.join(', ')}`];
  });
  const features = columns.filter(isFeature).length;
  return checkOf(
    'columns',
    wrong,
    `${features} features and ${columns.length - features} facts in both files`,
  );
}

/** Every feature of every row is a number of 0 to 1. */
export function featureRange({ all, columns }: DatasetParts): DatasetCheck {
  const features = columns.filter(isFeature);
  const wrong = features.flatMap((column) => {
    const outside = all.filter((row) => {
      const value = numberIn(row, column);
      return isEmpty(row[column]) || !(value >= 0 && value <= 1);
    }).length;
    return outside === 0 ? [] : [`${column} in ${outside} of ${all.length} rows`];
  });
  return checkOf('features in 0..1', wrong, `${features.length} features of ${all.length} rows`);
}

/** No feature has one value throughout; flags may: nothing is missing, one preset was used. */
export function constantColumns({ all, columns }: DatasetParts): DatasetCheck {
  const constant = columns.filter(
    (column) => isFeature(column) && new Set(all.map((row) => textIn(row, column))).size === 1,
  );
  const flags = constant.filter((column) => flagColumns.has(column));
  const wrong = constant.filter((column) => !flagColumns.has(column));
  return checkOf(
    'no constant column',
    wrong.map((column) => `${column} has one value throughout`),
    flags.length === 0 ? 'none' : `none but ${flags.length} flags (${flags.join(', ')})`,
  );
}
