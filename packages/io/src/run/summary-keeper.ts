import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { JsonValue, Summary } from '@synth/core';
import type { Pass } from './passes';
import { writeWhole } from './write-whole';

/** A block of a pass. */
export type BlockKey = readonly [pass: string, block: number];

/** The summary of some blocks, on its way from where they were made. */
export interface PartialSummary {
  readonly state: unknown;
  readonly blocks: readonly BlockKey[];
}

interface Snapshot {
  readonly planHash: string;
  readonly state: unknown;
  readonly blocks: readonly BlockKey[];
}

const name = 'summary.bin';

/** The summary of a run: a fold over blocks that were made in several threads, and by earlier runs. */
export class SummaryKeeper {
  readonly #path: string;
  readonly #planHash: string;
  readonly #fold: Summary | undefined;
  #state: unknown;
  readonly #blocks = new Map<string, BlockKey>();
  #isTwice = false;

  constructor(folder: string, planHash: string, fold: Summary | undefined) {
    this.#path = join(folder, name);
    this.#planHash = planHash;
    this.#fold = fold;
    this.#state = fold?.empty();
  }

  /** Takes over what an earlier run saved. */
  async restore(): Promise<void> {
    if (this.#fold === undefined) return;
    const saved = await this.#read();
    if (saved === undefined) return;
    this.#state = saved.state;
    this.#count(saved.blocks);
  }

  add({ state, blocks }: PartialSummary): void {
    if (this.#fold === undefined) return;
    this.#fold.merge(this.#state, state);
    this.#count(blocks);
  }

  /**
   * The blocks that the summary lacks: those of an earlier run that was killed before it saved. When a block was
   * counted twice, as its bytes had been lost with the machine, the summary begins anew and lacks all.
   */
  missing(passes: readonly Pass[]): readonly BlockKey[] {
    if (this.#fold === undefined) return [];
    if (this.#isTwice) {
      this.#state = this.#fold.empty();
      this.#blocks.clear();
      this.#isTwice = false;
    }
    return passes.flatMap(({ key, blocks, counts }) =>
      counts.length === 0
        ? []
        : blocks
            .map((_, block): BlockKey => [key, block])
            .filter((block) => !this.#blocks.has(textOf(block))),
    );
  }

  /** Saves the state, so that a later run need not make these blocks for the summary alone. */
  async save(): Promise<void> {
    if (this.#fold === undefined) return;
    const snapshot: Snapshot = {
      planHash: this.#planHash,
      state: this.#state,
      blocks: [...this.#blocks.values()],
    };
    await writeWhole(`${this.#path}.new`, serialize(snapshot));
    await rename(`${this.#path}.new`, this.#path);
  }

  figures(): Record<string, JsonValue> {
    return this.#fold?.finish(this.#state) ?? {};
  }

  #count(blocks: readonly BlockKey[]): void {
    for (const block of blocks) {
      if (this.#blocks.has(textOf(block))) this.#isTwice = true;
      this.#blocks.set(textOf(block), block);
    }
  }

  async #read(): Promise<Snapshot | undefined> {
    try {
      const snapshot = deserialize(await readFile(this.#path)) as Snapshot;
      return snapshot.planHash === this.#planHash ? snapshot : undefined;
    } catch {
      return undefined;
    }
  }
}

const textOf = ([pass, block]: BlockKey): string => `${pass}:${block}`;
