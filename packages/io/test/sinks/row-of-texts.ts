import type { ColumnType, Row } from '@synth/core';
import { conformanceTable } from '../../src/testing';

const parse: Partial<Record<ColumnType, (text: string) => unknown>> = {
  f64: Number,
  i32: Number,
  bool: (text) => text === 'true',
  vector: (text) => JSON.parse(text) as unknown,
  json: (text) => JSON.parse(text) as unknown,
};

/** A row of the conformance table whose values a service keeps as texts, nulls left out. */
export const rowOfTexts = (texts: Readonly<Record<string, string>>): Row =>
  Object.fromEntries(
    conformanceTable.columns.map(({ name, type }) => {
      const text = texts[name];
      return [name, text === undefined ? null : (parse[type]?.(text) ?? text)];
    }),
  );
