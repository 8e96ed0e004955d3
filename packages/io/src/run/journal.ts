import type { FileHandle } from 'node:fs/promises';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '@synth/core';
import type { RowCounts } from './block-maker';
import type { FileMark } from './file-writer';
import type { Pass } from './passes';
import type { RunDescription } from './run-definition';
import { writeWhole } from './write-whole';

/** What the journal says of a block that is in its files. */
export interface BlockRecord {
  /** The key of the pass. */
  readonly pass: string;
  /** 0-based, within the pass. */
  readonly block: number;
  readonly rows: RowCounts;
  /** One for each output of the pass. */
  readonly files: readonly FileMark[];
}

/** What an earlier run left of its journal. */
export interface EarlierJournal {
  readonly description: unknown;
  readonly records: readonly BlockRecord[];
}

const name = 'journal.jsonl';

/** Reads the journal of an unfinished run; undefined where there is none, or not a whole first line. */
export async function readJournal(folder: string): Promise<EarlierJournal | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [first, ...lines] = text.split('\n');
  const header = parsed<{ description: unknown }>(first);
  if (header === undefined) return undefined;
  const records: BlockRecord[] = [];
  for (const line of lines) {
    const record = parsed<BlockRecord>(line);
    // A line that was being written when the run was killed, or that the disk lost.
    if (record === undefined) break;
    records.push(record);
  }
  return { description: header.description, records };
}

function parsed<Value>(line: string | undefined): Value | undefined {
  try {
    return JSON.parse(line ?? '') as Value;
  } catch {
    return undefined;
  }
}

/** The records of a pass from its first block on. A block that was made again stands for those after it as well. */
export function recordsOf(earlier: EarlierJournal | undefined, pass: Pass): readonly BlockRecord[] {
  const records: BlockRecord[] = [];
  for (const record of earlier?.records ?? []) {
    if (record.pass !== pass.key || record.block > records.length) continue;
    records.length = record.block;
    records.push(record);
  }
  return records;
}

/** Says block by block what is in the files, so that a stopped run can go on. */
export class Journal {
  readonly #path: string;
  #handle: FileHandle | undefined;

  constructor(folder: string) {
    this.#path = join(folder, name);
  }

  /** Begins a journal with what an earlier one says. */
  async open(description: RunDescription, earlier: readonly BlockRecord[] = []): Promise<void> {
    const lines = [canonicalJson({ description }), ...earlier.map((record) => JSON.stringify(record))];
    await writeWhole(`${this.#path}.new`, `${lines.join('\n')}\n`);
    await rename(`${this.#path}.new`, this.#path);
    this.#handle = await open(this.#path, 'a');
  }

  /** The block's bytes have been written. */
  async add(record: BlockRecord): Promise<void> {
    await this.#handle!.appendFile(`${JSON.stringify(record)}\n`);
    // Open files outlive their folder: see that it is still there before more work goes into it.
    await stat(this.#path);
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }
}
