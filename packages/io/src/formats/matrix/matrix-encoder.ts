import { crc32 } from 'node:zlib';
import type { Batch, Column } from '@synth/core';
import { SynthError, valueAt } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import type { BlockEncoder, EncodedChunk } from '../format';
import type { NpzChunkMeta } from '../numpy/npz-assembler';
import type { InteractionTables } from '../role-columns';
import { columnOfRole } from '../role-columns';
import { BlockEntries } from './block-entries';
import { packMeta } from '../numpy/packed-meta';
import { packVarints } from './varints';

/** The rows of a matrix that a block makes. */
export interface MatrixMeta extends NpzChunkMeta {
  /** Entries of each user, packed. */
  readonly counts: string;
  /** How often each entry was met, packed; absent where each was once. */
  readonly weights?: string;
}

/** The rows of the users of a block: their items' indices, ascending. */
export class MatrixEncoder implements BlockEncoder {
  readonly #tables: InteractionTables;
  readonly #items: number;
  readonly #weight: string | undefined;
  readonly #entries = new BlockEntries();
  #rowOf = new Map<string, number>();

  /** @param items the rows of the table of items */
  constructor(tables: InteractionTables, items: number) {
    this.#tables = tables;
    this.#items = items;
    this.#weight = columnOfRole(tables.table, 'count')?.name;
  }

  encode(batch: Batch): readonly EncodedChunk[] {
    const { table, users } = this.#tables;
    if (batch.table === table.name) this.#add(batch);
    else if (batch.table === users.table) this.#addUsers(batch.columns[users.column], batch.rows);
    return [];
  }

  finish(): readonly EncodedChunk[] {
    const rows = this.#rowOf.size;
    this.#rowOf = new Map();
    if (rows === 0) return [];
    const { counts, columns, weights } = this.#entries.take(rows);
    const bytes = new Uint8Array(columns.buffer);
    const meta: MatrixMeta = {
      crc: crc32(bytes),
      bytes: bytes.length,
      counts: packMeta(packVarints(counts)),
      ...(weights.every((weight) => weight === 1) ? {} : { weights: packMeta(packVarints(weights)) }),
    };
    return [{ bytes, rows, meta }];
  }

  #addUsers(column: Column | undefined, rows: number): void {
    if (column === undefined) throw this.#invalid(`no column ${this.#tables.users.column}`);
    for (let i = 0; i < rows; i++) this.#rowOf.set(String(valueAt(column, i)), this.#rowOf.size);
  }

  #add(batch: Batch): void {
    const { user, item } = this.#tables;
    const rows = this.#rows(batch.columns[user.name], batch.rows);
    const items = batch.columns[item.name];
    if (items?.type !== 'dictionary' || items.dictionary.length !== this.#items) {
      throw this.#invalid(`${item.name} has not all ids of ${this.#tables.items.table} as its dictionary`);
    }
    const weights = this.#weight === undefined ? undefined : batch.columns[this.#weight];
    for (let i = 0; i < batch.rows; i++) {
      const weight = weights === undefined ? 1 : Number(valueAt(weights, i));
      this.#entries.add(rows[i]!, items.values[i]!, weight);
    }
  }

  /** The row of each user of a batch. */
  #rows(column: Column | undefined, count: number): Int32Array {
    if (column === undefined) throw this.#invalid(`no column ${this.#tables.user.name}`);
    if (column.type === 'dictionary') {
      const rowOf = new Map<number, number>();
      return column.values.slice(0, count).map((entry) => {
        let row = rowOf.get(entry);
        if (row === undefined) rowOf.set(entry, (row = this.#row(column.dictionary[entry]!)));
        return row;
      });
    }
    return Int32Array.from({ length: count }, (_, i) => this.#row(String(valueAt(column, i))));
  }

  #row(id: string): number {
    const row = this.#rowOf.get(id);
    if (row === undefined)
      throw this.#invalid(`user ${id} is not in the block's ${this.#tables.users.table}`);
    return row;
  }

  #invalid(message: string): SynthError<IoErrorCode> {
    return new SynthError({
      code: 'BATCH_INVALID',
      message: `${this.#tables.table.name}: ${message}`,
      field: this.#tables.table.name,
      allowed:
        'the users of a block before their rows; items as a dictionary of all ids, in the order of their table',
      remedy: 'leave the format npz out',
    });
  }
}
