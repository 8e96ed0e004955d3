import { blocksOfStage, streams as openStreams } from '@synth/core';
import { BlockAssembly } from './block-assembly';
import type { RunDefinition } from './run-definition';
import { expectedRowsOf } from './run-files';
import type { PlannedFile, PlannedRun } from './run-result';
import { wantedBlocks } from './wanted-blocks';

/** What a run would make. Sizes come from the first block of each stage, made and thrown away. */
export function dryRun(definition: RunDefinition, out: string): PlannedRun {
  const { plan, files, planHash, description } = definition;
  const expected = expectedRowsOf(plan);
  const rowsOf = (tables: readonly string[]): number =>
    Math.round(tables.reduce((sum, table) => sum + (expected[table] ?? 0), 0));
  const sizes = fileSizes(definition);
  const planned = files.map(({ format, file }, index): PlannedFile => {
    const bytes = sizes?.[index];
    return {
      path: file.path,
      format,
      rows: rowsOf(file.tables),
      ...(bytes === undefined ? {} : { bytes }),
    };
  });
  return {
    status: 'planned',
    out,
    planHash,
    tables: description.tables,
    rows: Object.fromEntries(description.tables.map((table) => [table, rowsOf([table])])),
    files: planned,
    blocks: wantedBlocks(plan).length,
    bytes: planned.reduce((sum, file) => sum + (file.bytes ?? 0), 0),
  };
}

/** Expected bytes by file; undefined for a dataset whose blocks cost something. */
function fileSizes(definition: RunDefinition): readonly number[] | undefined {
  const { dataset, config, inputs, plan, files } = definition;
  if (dataset.kind !== 'generated') return undefined;
  const streams = openStreams({ seed: config.seed, dataset: dataset.name });
  const assembly = new BlockAssembly(files);
  const sizes = files.map(({ file }) => file.assembler().start().length);
  let model: { readonly value: unknown } | undefined;
  for (const stage of plan.stages) {
    for (const first of blocksOfStage(stage)) {
      const block = { ...first, tables: stage.tables };
      model ??= { value: dataset.prepare(config, inputs, streams) };
      assembly.begin(block);
      for (const batch of dataset.generate(model.value, block, streams)) assembly.add(batch);
      const { chunks } = assembly.end(block);
      const scale = stage.entities / (block.end - block.start);
      chunks.forEach((list, index) => {
        const bytes = list?.reduce((sum, chunk) => sum + chunk.bytes.length, 0) ?? 0;
        sizes[index] = sizes[index]! + bytes * scale;
      });
      break;
    }
  }
  return sizes.map(Math.round);
}
