import type { Row } from '@synth/core';

/** The first of some columns that has a value. */
export function valueOf(row: Row, names: readonly string[]): unknown {
  for (const name of names) {
    const value = row[name];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** A text without white space around it, or undefined. Numbers are taken by their digits. */
export function textField(row: Row, names: readonly string[]): string | undefined {
  const value = valueOf(row, names);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim() || undefined;
}

/** A finite number, from a number or its digits; NaN where there is none. */
export function numberField(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  const number = Number(value);
  return Number.isFinite(number) ? number : Number.NaN;
}

/** A list of texts: an array, its JSON, or a text with `,`, `;` or `|` between the parts. Each once. */
export function listField(value: unknown): readonly string[] {
  const parts = Array.isArray(value) ? (value as unknown[]) : typeof value === 'string' ? partsOf(value) : [];
  const texts = parts.filter((part) => typeof part === 'string').map((part) => part.trim());
  return [...new Set(texts.filter((text) => text !== ''))];
}

function partsOf(text: string): readonly unknown[] {
  const parsed = text.trim().startsWith('[') ? jsonOf(text) : undefined;
  return Array.isArray(parsed) ? (parsed as unknown[]) : text.split(/[,;|]/);
}

/** What a JSON text says; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const msPerDay = 86_400_000;
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;

/** A day (YYYY-MM-DD, a time behind it is cut off) as days since 1970-01-01; NaN where it is none. */
export function dayField(value: unknown): number {
  const [, year, month, day] = (typeof value === 'string' && dayPattern.exec(value.trim())) || [];
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const found = new Date(ms);
  // Date.UTC takes the 31st of April for the 1st of May.
  const exists = found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(day);
  return exists ? ms / msPerDay : Number.NaN;
}

/** YYYY-MM-DD of days since 1970-01-01. */
export const dayText = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);

/** A text as it is compared: case and white space around it do not count. */
export const folded = (text: string): string => text.trim().toLowerCase();
