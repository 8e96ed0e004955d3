import type { Row } from '@synth/core';
import { columnLines } from '../render/columns';

const longestText = 26;

/** A few rows as a table that a person can read. */
export function sampleLines(rows: readonly Row[]): readonly string[] {
  if (rows[0] === undefined) return [];
  const names = Object.keys(rows[0]);
  const lines = columnLines([names, ...rows.map((row) => names.map((name) => shown(row[name])))]);
  return lines.map((line) => `  ${line}`);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}
