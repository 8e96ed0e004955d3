import { crc32 } from 'node:zlib';
import type { Batch, Column, ColumnSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import type { BlockEncoder, EncodedChunk } from '../format';
import { packMeta } from '../numpy/packed-meta';
import type { NpzChunkMeta } from '../numpy/npz-assembler';
import type { BanditColumns } from './bandit-columns';

/** The rounds of a block beside their contexts: the arrays' bytes, packed. */
export interface BanditMeta extends NpzChunkMeta {
  readonly rounds: number;
  readonly dimensions: number;
  readonly action: string;
  readonly reward: string;
  readonly propensity: string;
  readonly position?: string;
}

/** The rounds of a block: contexts as bytes, the rest in the meta. */
export class BanditEncoder implements BlockEncoder {
  readonly #columns: BanditColumns;
  readonly #actions: number;
  readonly #batches: Batch[] = [];

  /** @param actions how many actions there are */
  constructor(columns: BanditColumns, actions: number) {
    this.#columns = columns;
    this.#actions = actions;
  }

  encode(batch: Batch): readonly EncodedChunk[] {
    this.#batches.push(batch);
    return [];
  }

  finish(): readonly EncodedChunk[] {
    const batches = this.#batches.splice(0);
    const rounds = batches.reduce((sum, batch) => sum + batch.rows, 0);
    if (rounds === 0) return [];
    const { reward, propensity, position } = this.#columns;
    const { values, dimensions } = this.#contexts(batches, rounds);
    const bytes = new Uint8Array(values.buffer);
    const numbers = (spec: ColumnSpec): string =>
      packed(Float64Array.from(batches.flatMap((batch) => this.#numbers(batch, spec))));
    const first = position?.minimum ?? 0;
    const meta: BanditMeta = {
      crc: crc32(bytes),
      bytes: bytes.length,
      rounds,
      dimensions,
      action: packed(int64s(batches.flatMap((batch) => this.#actionsOf(batch)))),
      reward: numbers(reward),
      propensity: numbers(propensity),
      ...(position === undefined
        ? {}
        : {
            position: packed(
              int64s(
                batches.flatMap((batch) => this.#numbers(batch, position).map((place) => place - first)),
              ),
            ),
          }),
    };
    return [{ bytes, rows: rounds, meta }];
  }

  /** The contexts of the rounds, row by row. */
  #contexts(
    batches: readonly Batch[],
    rounds: number,
  ): { values: Float64Array<ArrayBuffer>; dimensions: number } {
    const { context } = this.#columns;
    const widths = context.map((spec) => this.#width(this.#column(batches[0]!, spec)));
    const dimensions = widths.reduce((sum, width) => sum + width, 0);
    const values = new Float64Array(rounds * dimensions);
    let row = 0;
    for (const batch of batches) {
      const columns = context.map((spec) => this.#column(batch, spec));
      for (let i = 0; i < batch.rows; i++, row++) {
        let at = row * dimensions;
        columns.forEach((column, c) => {
          const numbers = column.values as ArrayLike<number>;
          const width = widths[c]!;
          for (let k = 0; k < width; k++) values[at++] = numbers[i * width + k]!;
        });
      }
    }
    return { values, dimensions };
  }

  #width(column: Column): number {
    return column.type === 'vector' ? column.width : 1;
  }

  #actionsOf(batch: Batch): number[] {
    const { action, actions } = this.#columns;
    const column = this.#column(batch, action);
    if (column.type === 'dictionary') {
      if (column.dictionary.length === this.#actions)
        return Array.from(column.values.subarray(0, batch.rows));
    } else if (column.type === 'i32' || column.type === 'u32') return this.#numbers(batch, action);
    throw this.#invalid(
      `${action.name} is neither an integer nor has it all ids of ${actions} as its dictionary`,
    );
  }

  #numbers(batch: Batch, spec: ColumnSpec): number[] {
    const { values } = this.#column(batch, spec);
    return Array.from(values as ArrayLike<number>).slice(0, batch.rows);
  }

  #column(batch: Batch, { name }: ColumnSpec): Column {
    const column = batch.columns[name];
    if (column === undefined) throw this.#invalid(`a batch has no column ${name}`);
    if (column.valid?.subarray(0, batch.rows).includes(0) === true) throw this.#invalid(`${name} has nulls`);
    return column;
  }

  #invalid(message: string): SynthError<IoErrorCode> {
    const table = this.#columns.table.name;
    return new SynthError({
      code: 'BATCH_INVALID',
      message: `${table}: ${message}`,
      field: table,
      allowed:
        'rounds without nulls; actions as integers, or as a dictionary of all ids in the order of their table',
      remedy: 'leave the format bandit out',
    });
  }
}

const packed = (values: ArrayBufferView<ArrayBuffer>): string =>
  packMeta(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));

const int64s = (values: readonly number[]): BigInt64Array<ArrayBuffer> =>
  BigInt64Array.from(values, (value) => BigInt(value)) as BigInt64Array<ArrayBuffer>;
