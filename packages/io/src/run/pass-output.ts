import type { FileMark, WrittenFile } from './file-writer';
import { FileWriter } from './file-writer';
import type { ChunkPiece } from './block-maker';
import type { Pass } from './passes';
import type { SettledRun } from './settled-run';

/** The files of a pass while they are written. All of them hold the same blocks. */
export class PassOutput {
  readonly #writers: readonly FileWriter[];

  constructor(run: SettledRun, pass: Pass, temporary: (path: string) => string) {
    this.#writers = pass.outputs.map(
      ({ path, file }) => new FileWriter(temporary(path), run.files[file]!.file),
    );
  }

  /**
   * Opens the files and goes to the last block that all of them hold.
   *
   * @param blocks the marks of each block that an earlier run wrote, in order
   * @returns how many of these blocks are kept
   */
  async open(blocks: readonly (readonly FileMark[])[]): Promise<number> {
    let kept = blocks.length;
    for (const [index, writer] of this.#writers.entries()) {
      kept = Math.min(kept, await writer.open(blocks.map((marks) => marks[index]!)));
    }
    for (const writer of this.#writers) await writer.rewind(kept);
    return kept;
  }

  get bytes(): number {
    return this.#writers.reduce((sum, writer) => sum + writer.bytes, 0);
  }

  append({ output, chunk }: ChunkPiece): Promise<void> {
    return this.#writers[output]!.append(chunk);
  }

  /** Marks the end of a block in every file. */
  mark(): readonly FileMark[] {
    return this.#writers.map((writer) => writer.mark());
  }

  async finish(): Promise<readonly WrittenFile[]> {
    const files: WrittenFile[] = [];
    for (const writer of this.#writers) files.push(await writer.finish());
    return files;
  }

  async close(): Promise<void> {
    for (const writer of this.#writers) await writer.close();
  }
}
