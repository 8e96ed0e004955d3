import { matchTypes } from '../features/feature-names';
import type { CheckedRow, DatasetCheck, DatasetParts } from './dataset-check';
import { checkOf, numberIn, textIn } from './dataset-check';

/** The rarer label has at least this share of the rows of each file. */
const leastShare = 0.05;

const files = ({ train, val }: DatasetParts): readonly [string, readonly CheckedRow[]][] => [
  ['train', train],
  ['val', val],
];

/** Solo and group events are in both files, and nothing else. */
export const matchTypesThere = (parts: DatasetParts): DatasetCheck =>
  allThere(parts, 'both match types', 'matchType', matchTypes);

/** Both labels are in both files, and nothing else. */
export const labels = (parts: DatasetParts): DatasetCheck =>
  allThere(parts, 'both labels', 'label', ['0', '1']);

function allThere(
  parts: DatasetParts,
  name: string,
  column: string,
  values: readonly string[],
): DatasetCheck {
  const found: string[] = [];
  const wrong = files(parts).flatMap(([file, rows]) => {
    const counts = values.map((value) => rows.filter((row) => textIn(row, column) === value).length);
    found.push(`${file} ${values.map((value, i) => `${value} ${counts[i]}`).join(', ')}`);
    const others = rows.length - counts.reduce((sum, count) => sum + count, 0);
    return [
      ...values.filter((_, i) => counts[i] === 0).map((value) => `${file} has no ${column} ${value}`),
      ...(others === 0 ? [] : [`${file} has ${others} rows of another ${column}`]),
    ];
  });
  return checkOf(name, wrong, found.join('; '));
}

/** Neither label is under a twentieth of the rows of a file. */
export function balance(parts: DatasetParts): DatasetCheck {
  const shares = files(parts).map(([file, rows]): [string, number] => [
    file,
    rows.filter((row) => numberIn(row, 'label') === 1).length / rows.length,
  ]);
  const texts = shares.map(([file, share]) => `${file} ${(100 * share).toFixed(1)}% label 1`);
  const isFair = shares.every(([, share]) => share >= leastShare && share <= 1 - leastShare);
  return { name: 'class balance', passed: isFair, detail: `${texts.join(', ')} (5% to 95%)` };
}

/** No validation row is before the last training row. */
export function timeSplit({ train, val }: DatasetParts): DatasetCheck {
  const timesOf = (rows: readonly CheckedRow[]): number[] => rows.map((row) => numberIn(row, 'timestamp'));
  const [before, after] = [timesOf(train), timesOf(val)];
  const untimed = [...before, ...after].filter((time) => !Number.isFinite(time)).length;
  if (untimed > 0) return checkOf('time split', [`${untimed} rows without a time`], '');
  const last = before.reduce((most, time) => Math.max(most, time), -Infinity);
  const early = after.filter((time) => time < last).length;
  return checkOf(
    'time split',
    early === 0 ? [] : [`${early} validation rows are before the last training row`],
    'no validation row is before the last training row',
  );
}

/** No row is there twice, in one file or in both. */
export function duplicates({ train, val, columns }: DatasetParts): DatasetCheck {
  const keyOf = (row: CheckedRow): string => JSON.stringify(columns.map((column) => textIn(row, column)));
  const [inTrain, inVal] = [new Set(train.map(keyOf)), new Set(val.map(keyOf))];
  const twice = train.length - inTrain.size + val.length - inVal.size;
  const across = [...inVal].filter((key) => inTrain.has(key)).length;
  return checkOf(
    'no duplicates',
    [
      ...(twice === 0 ? [] : [`${twice} rows stand twice in their file`]),
      ...(across === 0 ? [] : [`${across} rows stand in both files`]),
    ],
    `${inTrain.size + inVal.size} different rows`,
  );
}
