import type { Row } from '@synth/core';

/** Deeper objects have names that are data: `avg_category_spend.Shoes`. */
const deepest = 3;

/** A row whose objects are columns `a.b.c`, down to three parts; lists stay. */
export function flatRow(row: Row): Row {
  let nested = false;
  for (const name in row) if (isObject(row[name])) nested = true;
  if (!nested) return row;
  const flat: Row = {};
  spread(row, '', 1, flat);
  return flat;
}

function spread(row: Row, before: string, depth: number, into: Row): void {
  for (const [name, value] of Object.entries(row)) {
    if (!isObject(value)) into[`${before}${name}`] = value;
    else if (depth < deepest) spread(value as Row, `${before}${name}.`, depth + 1, into);
  }
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !ArrayBuffer.isView(value) &&
  !(value instanceof Date);
