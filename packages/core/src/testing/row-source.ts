import type { Batch, Row } from '../data/batch';
import { rowAt } from '../data/batch';
import type { Dataset, Inputs, SeededConfig } from '../data/dataset';
import type { Block } from '../data/plan';
import { blocksOf } from '../data/plan';
import { streams } from '../random/streams';
import { demandSameRows } from './row-laws';

/** Rows as JSON text, by table. */
export type Lines = ReadonlyMap<string, readonly string[]>;

/** A dataset under a configuration; its rows are made on first use and kept. */
export class RowSource<Config extends SeededConfig, Model> {
  readonly specs;
  readonly plan;
  readonly #dataset;
  readonly #model;
  readonly #streams;
  #made: Lines | undefined;

  constructor(dataset: Dataset<Config, Model>, config: Config, inputs: Inputs) {
    this.specs = dataset.tables(config, inputs);
    this.plan = dataset.plan(config, inputs);
    this.#dataset = dataset;
    this.#streams = streams({ seed: config.seed, dataset: dataset.name });
    this.#model = dataset.prepare(config, inputs, this.#streams);
  }

  generate(block: Block): Iterable<Batch> {
    return this.#dataset.generate(this.#model, block, this.#streams);
  }

  *batches(): Generator<Batch> {
    for (const block of blocksOf(this.plan)) yield* this.generate(block);
  }

  /** The rows of some blocks (all, where none are given), each block made in the pieces that `cut` gives. */
  tables(cut: (block: Block) => Iterable<Block> = (block) => [block], blocks?: readonly Block[]): Lines {
    const lines = new Map<string, string[]>(this.specs.map((spec) => [spec.name, []]));
    for (const block of blocks ?? blocksOf(this.plan)) {
      for (const piece of cut(block)) {
        for (const batch of this.generate(piece)) {
          const table = lines.get(batch.table) ?? [];
          for (let row = 0; row < batch.rows; row++) table.push(JSON.stringify(rowAt(batch, row)));
          lines.set(batch.table, table);
        }
      }
    }
    return lines;
  }

  rows(table: string): readonly string[] {
    return (this.#made ??= this.tables()).get(table) ?? [];
  }

  parsedRows(table: string): Row[] {
    return this.rows(table).map((line) => JSON.parse(line) as Row);
  }

  demandRows(found: Lines): void {
    for (const { name } of this.specs) demandSameRows(name, found.get(name) ?? [], this.rows(name));
  }
}

/** A block in ranges of 1, 2, 3, ... entities, the last one long: every kind of boundary. */
export function* split(block: Block): Generator<Block> {
  let length = 1;
  for (let start = block.start; start < block.end; length++) {
    const end = Math.min(block.end, length < 12 ? start + length : start + 1000);
    yield { ...block, start, end };
    start = end;
  }
}

/** The rows of some parts, one after the other. */
export function joined(parts: readonly Lines[]): Lines {
  const all = new Map<string, string[]>();
  for (const part of parts) {
    for (const [table, lines] of part) all.set(table, [...(all.get(table) ?? []), ...lines]);
  }
  return all;
}
