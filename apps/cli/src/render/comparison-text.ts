import type { VerifyReport } from '@synth/verify';
import { columnLines } from './columns';
import { countText } from './numbers';

const shownColumns = 6;

/** A comparison with a reference in the terminal: what was compared, whose users are told apart, columns least alike, order and tuning of recommenders. */
export function comparisonLines(comparison: NonNullable<VerifyReport['comparison']>): readonly string[] {
  const { reference, users, items, toldApart, columns, order, transfers } = comparison;
  const auc = ({ auc: value, error }: { auc: number; error: number }): string =>
    `${value.toFixed(3)} (${error.toFixed(3)})`;
  const least = columns.toSorted((a, b) => a.score - b.score).slice(0, shownColumns);
  return [
    '',
    `beside ${reference.name}  ${countText(reference.users)} users · ${countText(reference.items)} items; compared are ${countText(users)} users and ${countText(items)} items of each`,
    `  users told apart: AUC ${auc(toldApart.generated)}, halves of the reference ${auc(toldApart.halves)}, its shuffled copy ${auc(toldApart.shuffled)}`,
    `  columns least alike: ${least.map(({ table, column, score }) => `${table}.${column} ${score.toFixed(2)}`).join(', ')}`,
    ...(order.length === 0
      ? []
      : [
          '',
          'NDCG@10, here and on the reference',
          ...columnLines(
            order.map(({ name, generated, reference: theirs }) => [
              `  ${name}`,
              ndcgText(generated),
              ndcgText(theirs),
            ]),
            { right: new Set([1, 2]) },
          ),
        ]),
    ...transfers.map(
      ({ name, tunedOn, ndcg }) =>
        `${name} on the reference: ${ndcgText(ndcg.generated)} as tuned here (${tunedOn.generated}), ${ndcgText(ndcg.reference)} as tuned there (${tunedOn.reference})`,
    ),
  ];
}

const ndcgText = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
