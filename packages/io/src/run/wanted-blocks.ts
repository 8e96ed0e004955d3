import type { Block, Plan } from '@synth/core';
import { blocksOfStage } from '@synth/core';

/** The blocks of a plan in order, each with the tables of its stage. */
export const wantedBlocks = (plan: Plan): readonly Block[] =>
  plan.stages.flatMap((stage) =>
    Array.from(blocksOfStage(stage), (block): Block => ({ ...block, tables: stage.tables })),
  );
