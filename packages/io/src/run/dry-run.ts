import type { Block } from '@synth/core';
import { BlockMaker } from './block-maker';
import type { Pass } from './passes';
import { passesOf } from './passes';
import type { RunDefinition } from './run-definition';
import { expectedRowsOf } from './run-files';
import type { PlannedFile, PlannedRun } from './run-result';
import type { RunSettings } from './run-options';
import type { SettledRun } from './settled-run';
import { settleRun } from './settled-run';

/** What a run would make. Sizes come from the first block of each stage, made and thrown away. */
export async function dryRun(
  { run: sorted, description, planHash }: RunDefinition,
  { out, parts }: RunSettings,
): Promise<PlannedRun> {
  // Sorted or not, the files have the same sizes.
  const { order: _order, ...source } = sorted;
  const run = settleRun(source);
  const { ordered, parts: apart } = passesOf(run, parts);
  const passes = [ordered, ...apart];
  const expected = expectedRowsOf(run.plan);
  const sizes = await sizesOf(run);
  const files = passes.flatMap((pass) => {
    const share = shareOf(run, pass);
    return pass.outputs.map(({ path, file: index }): PlannedFile => {
      const { format, file } = run.files[index]!;
      const size = sizes?.[index];
      const rows = file.tables.reduce((sum, table) => sum + (expected[table] ?? 0), 0);
      return {
        path,
        format,
        rows: Math.round(rows * share),
        ...(size === undefined ? {} : { bytes: Math.round(size.header + size.blocks * share) }),
      };
    });
  });
  return {
    status: 'planned',
    out,
    planHash,
    tables: description.tables,
    rows: Object.fromEntries(description.tables.map((table) => [table, Math.round(expected[table] ?? 0)])),
    files,
    blocks: passes.reduce((sum, pass) => sum + pass.blocks.length, 0),
    bytes: files.reduce((sum, file) => sum + (file.bytes ?? 0), 0),
  };
}

const entitiesOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + block.end - block.start, 0);

/** The share of a stage that a pass makes. */
function shareOf({ plan }: SettledRun, { key, blocks }: Pass): number {
  const stage = plan.stages.find((one) => key.startsWith(`${one.name}/`));
  return stage === undefined ? 1 : entitiesOf(blocks) / Math.max(1, stage.entities);
}

interface Size {
  readonly header: number;
  /** All blocks together, as far as their sizes add up. */
  blocks: number;
}

/** Expected bytes by file, without parts; undefined for a dataset whose blocks cost something. */
async function sizesOf(run: SettledRun): Promise<readonly Size[] | undefined> {
  if (run.dataset.kind !== 'generated') return undefined;
  const maker = new BlockMaker(run);
  const { ordered } = passesOf(run, undefined);
  const sizes = run.files.map(({ file }): Size => ({ header: file.assembler().start().length, blocks: 0 }));
  for (const stage of run.plan.stages) {
    const first = ordered.blocks.find((block) => block.stage === stage.name);
    if (first === undefined) continue;
    const scale = stage.entities / entitiesOf([first]);
    for await (const piece of maker.make(ordered, first)) {
      if (piece.kind === 'chunk') sizes[piece.output]!.blocks += piece.chunk.bytes.length * scale;
    }
  }
  return sizes;
}
