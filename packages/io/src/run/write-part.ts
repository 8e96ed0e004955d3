import type { BlockMaker } from './block-maker';
import type { PartNews, PartTask } from './executor';
import type { PassOutput } from './pass-output';

/** Writes the files of a part, from the first block that is not in them. Whoever stops listening stops the work. */
export async function* writePart(
  maker: BlockMaker,
  { pass, records }: PartTask,
  output: PassOutput,
): AsyncGenerator<PartNews> {
  try {
    const kept = await output.open(records.map((record) => record.files));
    yield { kind: 'opened', pass: pass.key, kept, bytes: output.bytes };
    for (let block = kept; block < pass.blocks.length; block++) {
      for await (const piece of maker.make(pass, pass.blocks[block]!)) {
        if (piece.kind === 'chunk') {
          await output.append(piece);
          maker.recycle(pass, piece.output, piece.chunk.bytes.buffer);
          continue;
        }
        const record = { pass: pass.key, block, rows: piece.rows, files: output.mark() };
        yield { kind: 'block', record, bytes: output.bytes };
      }
    }
    yield { kind: 'done', pass: pass.key, files: await output.finish() };
  } finally {
    await output.close();
  }
}
