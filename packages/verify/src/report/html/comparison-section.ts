import type { RocAuc } from '@synth/core';
import type { VerifyReport } from '../../verify';
import { countText, valueText } from '../numbers';
import { escape } from './escape';
import { judgedTable } from './judged-table';
import type { Cell } from './table';
import { table } from './table';

/** Pairs of columns are many: those least alike are shown. */
const shownPairs = 12;

/** What was found beside a reference: figures with bands, then what they are made of. */
export function comparisonSection(
  comparison: NonNullable<VerifyReport['comparison']>,
  caption: string,
): string {
  const { reference, users, items, figures } = comparison;
  const about = `${reference.name} has ${countText(reference.users)} users and ${countText(reference.items)} items; compared are ${countText(users)} users and ${countText(items)} items of each.`;
  const sheets = [
    judgedTable(caption, figures),
    toldApartTable(comparison),
    columnTable(comparison),
    pairTable(comparison),
    orderTable(comparison),
    transferTable(comparison),
  ].filter((sheet) => sheet !== '');
  return `<section><h2>Beside the reference</h2><p class="lead">${escape(about)}</p>${sheets
    .map((sheet) => `<div class="sheet">${sheet}</div>`)
    .join('\n')}</section>`;
}

/** What is compared with the reference, and numbers about it; nothing where there is nothing to list. */
const numbersTable = (
  caption: string,
  heads: readonly [string, ...string[]],
  rows: readonly (readonly Cell[])[],
): string =>
  rows.length === 0
    ? ''
    : table(
        caption,
        heads.map((head, at) => ({ head, name: at === 0 ? 'title' : 'value' })),
        rows.map((cells) => ({ state: 'score', cells })),
      );

function toldApartTable({ toldApart }: NonNullable<VerifyReport['comparison']>): string {
  const row = (who: string, { auc, error }: RocAuc): readonly string[] => [
    who,
    valueText(auc),
    valueText(error),
  ];
  return numbersTable(
    'Whether a classifier tells users apart: .5 is not at all, 1 always',
    ['Users of the reference against', 'AUC', 'Standard error'],
    [
      row('those of this data', toldApart.generated),
      row('each other, by halves', toldApart.halves),
      row('a copy without tastes', toldApart.shuffled),
    ],
  );
}

const columnTable = ({ columns }: NonNullable<VerifyReport['comparison']>): string =>
  numbersTable(
    'Shapes of columns, least alike first: 1 is the same',
    ['Column', 'Measure', 'Score'],
    columns
      .toSorted((a, b) => a.score - b.score)
      .map(({ table: of, column, measure, score }) => [`${column} of ${of}`, measure, valueText(score)]),
  );

function pairTable({ pairs }: NonNullable<VerifyReport['comparison']>): string {
  const which =
    pairs.length > shownPairs ? `the ${shownPairs} of ${pairs.length} least alike` : 'least alike first';
  return numbersTable(
    `Trends of pairs of columns, ${which}: 1 is the same`,
    ['Columns', 'Measure', 'Score'],
    pairs
      .toSorted((a, b) => a.score - b.score)
      .slice(0, shownPairs)
      .map(({ table: of, columns: [first, second], measure, score }) => [
        `${first} and ${second} of ${of}`,
        measure,
        valueText(score),
      ]),
  );
}

const orderTable = ({ order }: NonNullable<VerifyReport['comparison']>): string =>
  numbersTable(
    'Recommenders by NDCG@10',
    ['Recommender', 'Here', 'On the reference'],
    order.map(({ name, generated, reference }) => [name, valueText(generated), valueText(reference)]),
  );

const transferTable = ({ transfers }: NonNullable<VerifyReport['comparison']>): string =>
  numbersTable(
    'NDCG@10 on the reference, by where the recommender was tuned',
    ['Recommender', 'Tuned here', 'Tuned on the reference'],
    transfers.map(({ name, tunedOn, ndcg }) => [
      name,
      `${valueText(ndcg.generated)} (${tunedOn.generated})`,
      `${valueText(ndcg.reference)} (${tunedOn.reference})`,
    ]),
  );
