import type { Disjoint } from '../training/training-config';
import { keyColumns } from './column-kinds';
import type { CheckedRow, DatasetCheck, DatasetParts } from './dataset-check';
import { checkOf, textIn } from './dataset-check';

/** Columns that tell who is who, the keys before the ids. */
const names: readonly (readonly [seeker: string, target: string])[] = [
  [keyColumns.seeker, keyColumns.target],
  ['seekerId', 'targetId'],
];

/** No pair, or no person, stands in both files. A pair is the same whoever is the seeker; a group is no person. */
export function apart(
  { train, val, columns }: DatasetParts,
  disjoint: Exclude<Disjoint, 'none'>,
): DatasetCheck {
  const name = `${disjoint} apart`;
  const found = names.find((pair) => pair.every((column) => columns.includes(column)));
  if (found === undefined)
    return { name, passed: false, detail: 'no columns seekerKey and targetKey: build with --keys' };
  const [seeker, target] = found;
  const partiesOf = (row: CheckedRow): readonly string[] => {
    const group = textIn(row, 'matchType') === 'user_group';
    const other = `${group ? 'group ' : ''}${textIn(row, target)}`;
    if (disjoint === 'pairs') return [[textIn(row, seeker), other].sort().join('\n')];
    return group ? [textIn(row, seeker)] : [textIn(row, seeker), other];
  };
  const inTraining = new Set(train.flatMap(partiesOf));
  const inValidation = new Set(val.flatMap(partiesOf));
  const both = [...inValidation].filter((party) => inTraining.has(party)).length;
  return checkOf(
    name,
    both === 0 ? [] : [`${both} of ${inValidation.size} ${disjoint} of validation stand in training too`],
    `${inTraining.size} in training, ${inValidation.size} in validation, none in both`,
  );
}
