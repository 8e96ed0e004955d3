import { createHash } from 'node:crypto';
import type { InputTable } from '@synth/core';
import { canonicalJson } from '@synth/core';

/** An input table in the manifest. */
export interface InputDigest {
  readonly rows: number;
  /** SHA-256 of the table as canonical JSON Lines: the same for a CSV and a JSONL file of the same rows. */
  readonly sha256: string;
  /** The file's name. */
  readonly source?: string;
}

export function inputDigest({ rows, source }: InputTable): InputDigest {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${canonicalJson(row)}\n`);
  return { rows: rows.length, sha256: hash.digest('hex'), ...(source === undefined ? {} : { source }) };
}
