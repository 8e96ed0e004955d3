import type { Block, DescribedPort, Sink, Streams, Summary } from '@synth/core';
import type { MadeBlock } from './block-assembly';
import { BlockAssembly } from './block-assembly';
import type { RunDefinition } from './run-definition';

/** What the making of blocks needs besides the definition. */
export interface LocalOptions {
  readonly streams: Streams;
  readonly ports: Readonly<Record<string, DescribedPort>>;
  readonly sinks: readonly Sink[];
  /** Rows of each table that the blocks before had. */
  readonly rowsBefore: Readonly<Record<string, number>>;
  readonly summary?: { readonly fold: Summary; readonly state: unknown };
  readonly signal?: AbortSignal;
}

/** Makes blocks in the calling thread, one after the other, and hands their batches to the sinks. */
export async function* localBlocks(
  definition: RunDefinition,
  blocks: Iterable<Block>,
  options: LocalOptions,
): AsyncGenerator<MadeBlock> {
  const { dataset, config, inputs, description } = definition;
  const { streams, ports, sinks, summary, signal } = options;
  const assembly = new BlockAssembly(definition.files);
  const rows: Record<string, number> = { ...options.rowsBefore };
  const context = signal === undefined ? {} : { signal };
  const version = `${description.dataset.name}@${description.dataset.version}`;
  let model: { readonly value: unknown } | undefined;

  for (const block of blocks) {
    model ??= { value: dataset.prepare(config, inputs, streams) };
    assembly.begin(block);
    const batches =
      dataset.kind === 'generated'
        ? dataset.generate(model.value, block, streams)
        : dataset.simulate(model.value, ports, block, streams, context);
    for await (const batch of batches) {
      if (block.tables?.includes(batch.table) === false) continue;
      assembly.add(batch);
      summary?.fold.add(summary.state, batch, block);
      const firstRow = rows[batch.table] ?? 0;
      rows[batch.table] = firstRow + batch.rows;
      const place = { ...context, idPrefix: `${version}/${batch.table}`, firstRow };
      for (const sink of sinks) await sink.write(batch, place);
    }
    yield assembly.end(block);
  }
}
