import type { FileHandle } from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import type { Batch } from '@synth/core';
import { maxBatchRows } from '@synth/core';
import type { RunPiece, SortedRun } from './sorted-runs';
import { compare, pieceChunk } from './sorted-runs';
import { takeRows } from './take-rows';
import { timesOf } from './time-column';

/** Runs that are merged at a time: a piece of each is in memory. */
const defaultFanIn = 128;

/**
 * The rows of all runs by time, in batches; rows of equal times in the order of their runs. Where there are many runs,
 * neighbours are merged into longer ones first, in files beside.
 */
export async function* mergedBatches(
  path: string,
  runs: readonly SortedRun[],
  column: string,
  fanIn = defaultFanIn,
): AsyncGenerator<Batch> {
  if (runs.length <= fanIn) {
    yield* merged(path, runs, column, maxBatchRows);
    return;
  }
  const longer = `${path}-longer`;
  const longerRuns: RunPiece[][] = [];
  const handle = await open(longer, 'w');
  try {
    let offset = 0;
    for (let first = 0; first < runs.length; first += fanIn) {
      const pieces: RunPiece[] = [];
      for await (const batch of merged(path, runs.slice(first, first + fanIn), column, 2048)) {
        const { bytes } = pieceChunk(batch, false);
        await handle.writeFile(bytes);
        pieces.push({ offset, length: bytes.length });
        offset += bytes.length;
      }
      longerRuns.push(pieces);
    }
  } finally {
    await handle.close();
  }
  try {
    yield* mergedBatches(longer, longerRuns, column, fanIn);
  } finally {
    await rm(longer, { force: true });
  }
}

async function* merged(
  path: string,
  runs: readonly SortedRun[],
  column: string,
  batchRows: number,
): AsyncGenerator<Batch> {
  const handle = await open(path, 'r');
  try {
    const heap = new CursorHeap();
    for (const [index, pieces] of runs.entries()) {
      const cursor = new Cursor(handle, pieces, column, index);
      if (await cursor.load()) heap.push(cursor);
    }
    let choice = new Choice(batchRows);
    for (let cursor = heap.first; cursor !== undefined; cursor = heap.first) {
      choice.add(cursor);
      cursor.row++;
      if (cursor.row < cursor.times.length || (await cursor.load())) heap.sink();
      else heap.drop();
      if (choice.isFull) {
        yield choice.batch();
        choice = new Choice(batchRows);
      }
    }
    if (choice.rows > 0) yield choice.batch();
  } finally {
    await handle.close();
  }
}

/** Where a run is. */
class Cursor {
  readonly #handle: FileHandle;
  readonly #pieces: SortedRun;
  readonly #column: string;
  readonly index: number;
  batch!: Batch;
  times!: Float64Array;
  row = 0;
  #next = 0;

  constructor(handle: FileHandle, pieces: SortedRun, column: string, index: number) {
    this.#handle = handle;
    this.#pieces = pieces;
    this.#column = column;
    this.index = index;
  }

  /** Goes to the next piece; false where there is none. */
  async load(): Promise<boolean> {
    const piece = this.#pieces[this.#next++];
    if (piece === undefined) return false;
    const bytes = Buffer.allocUnsafeSlow(piece.length);
    for (let done = 0; done < bytes.length;) {
      const { bytesRead } = await this.#handle.read(bytes, done, bytes.length - done, piece.offset + done);
      if (bytesRead === 0) throw new RangeError(`a run ends at ${piece.offset + done}`);
      done += bytesRead;
    }
    this.batch = deserialize(bytes) as Batch;
    this.times = timesOf(this.batch, this.#column);
    this.row = 0;
    return true;
  }

  isBefore(other: Cursor): boolean {
    const order = compare(this.times[this.row]!, other.times[other.row]!);
    return order < 0 || (order === 0 && this.index < other.index);
  }
}

/** A binary heap: the cursor with the earliest row first. */
class CursorHeap {
  readonly #cursors: Cursor[] = [];

  get first(): Cursor | undefined {
    return this.#cursors[0];
  }

  push(cursor: Cursor): void {
    const cursors = this.#cursors;
    let at = cursors.push(cursor) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!cursors[at]!.isBefore(cursors[parent]!)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The first cursor has moved on. */
  sink(): void {
    const cursors = this.#cursors;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= cursors.length) return;
      const right = left + 1;
      const child = right < cursors.length && cursors[right]!.isBefore(cursors[left]!) ? right : left;
      if (!cursors[child]!.isBefore(cursors[at]!)) return;
      this.#swap(at, child);
      at = child;
    }
  }

  /** The first cursor is at its end. */
  drop(): void {
    const last = this.#cursors.pop()!;
    if (this.#cursors.length === 0) return;
    this.#cursors[0] = last;
    this.sink();
  }

  #swap(a: number, b: number): void {
    const cursor = this.#cursors[a]!;
    this.#cursors[a] = this.#cursors[b]!;
    this.#cursors[b] = cursor;
  }
}

/** Rows of pieces, until they make a batch. */
class Choice {
  readonly #sources: Int32Array;
  readonly #rows: Int32Array;
  readonly #batches: Batch[] = [];
  readonly #numbers = new Map<Batch, number>();
  rows = 0;

  constructor(size: number) {
    this.#sources = new Int32Array(size);
    this.#rows = new Int32Array(size);
  }

  get isFull(): boolean {
    return this.rows === this.#rows.length;
  }

  add({ batch, row }: Cursor): void {
    let number = this.#numbers.get(batch);
    if (number === undefined) {
      number = this.#batches.push(batch) - 1;
      this.#numbers.set(batch, number);
    }
    this.#sources[this.rows] = number;
    this.#rows[this.rows++] = row;
  }

  batch(): Batch {
    return takeRows({
      batches: this.#batches,
      sources: this.#sources.subarray(0, this.rows),
      rows: this.#rows.subarray(0, this.rows),
    });
  }
}
