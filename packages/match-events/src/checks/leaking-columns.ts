import { rocArea } from '@synth/core';
import { isFeature } from './column-kinds';
import type { CheckedRow, DatasetCheck, DatasetParts } from './dataset-check';
import { checkOf, numberIn, textIn } from './dataset-check';

/** A single feature that ranks this well knows the outcome. */
const tooGood = 0.95;

/** Before this a number is no time in milliseconds. */
const leastTimestamp = 1e11;

/**
 * No feature knows what came of the event. A column leaks when its values, or whether it has one, rank the labels of
 * all rows with an area under the ROC curve of .95 or more in either direction; when a column of texts says the label
 * by its values; or when it holds times later than the event's own. A feature from the future that is weaker than that
 * cannot be told from a good one.
 */
export function leakingColumns({ all, columns }: DatasetParts): DatasetCheck {
  const labels = all.map((row) => numberIn(row, 'label'));
  if (!labels.includes(0) || !labels.includes(1))
    return { name: 'no leaking feature', passed: false, detail: 'not measured: labels of one kind only' };
  let best = { column: '', auc: 0.5 };
  const wrong = columns.filter(isFeature).flatMap((column) => {
    const later = all.filter(
      (row) => numberIn(row, column) > Math.max(leastTimestamp, numberIn(row, 'timestamp')),
    ).length;
    if (later > 0) return [`${column} holds times after the event (${later} rows)`];
    const areas = rankings(all, column, labels).map((scores) => rocArea(scores, labels));
    const auc = Math.max(...areas.map((area) => Math.max(area, 1 - area)));
    if (auc > best.auc) best = { column, auc };
    return auc >= tooGood ? [`${column} alone ranks labels with AUC ${auc.toFixed(3)}`] : [];
  });
  return checkOf(
    'no leaking feature',
    wrong,
    `the best alone, ${best.column}, has AUC ${best.auc.toFixed(3)}, under ${tooGood}`,
  );
}

/** Ways to rank rows by a column: by number, by whether there is one; texts by how often they are accepted. */
function rankings(
  rows: readonly CheckedRow[],
  column: string,
  labels: readonly number[],
): readonly (readonly number[])[] {
  const texts = rows.map((row) => textIn(row, column));
  const presence = texts.map((text) => (text === '' ? 0 : 1));
  const numbers = rows.map((row) => numberIn(row, column));
  if (texts.every((text, i) => text === '' || !Number.isNaN(numbers[i])))
    return [numbers.map((number) => (Number.isNaN(number) ? -1 : number)), presence];
  const sums = new Map<string, { rows: number; accepted: number }>();
  texts.forEach((text, i) => {
    const sum = sums.get(text) ?? { rows: 0, accepted: 0 };
    sums.set(text, { rows: sum.rows + 1, accepted: sum.accepted + labels[i]! });
  });
  // Texts that are nearly all different say the label of their own row, and nothing of others.
  if (sums.size > rows.length / 5) return [presence];
  return [texts.map((text) => sums.get(text)!.accepted / sums.get(text)!.rows), presence];
}
