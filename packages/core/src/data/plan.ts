/** Entities of a block: the unit of work and of resume. Fixed: no option may change rows. */
export const blockEntities = 4096;

/**
 * A run of blocks over the same kind of entity. A table belongs to exactly one stage; its file holds the stage's
 * blocks in order.
 */
export interface Stage {
  readonly name: string;
  /** How many entities: users, items, ... */
  readonly entities: number;
  /** The tables that its blocks make. */
  readonly tables: readonly string[];
  /** Expected rows of each table: exact where a row is an entity, else a mean. */
  readonly expectedRows: Readonly<Record<string, number>>;
}

/** What a run will make: fixed by the configuration and the inputs alone. */
export interface Plan {
  readonly stages: readonly Stage[];
}

/** A range of entities [start, end) of a stage. */
export interface Block {
  readonly stage: string;
  /** 0-based, within the stage. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** The tables that are wanted of it; absent: all of the stage's. What is not wanted need not be made. */
  readonly tables?: readonly string[];
}

/** Whether a table is wanted of a block. */
export const isWanted = (block: Block, table: string): boolean => block.tables?.includes(table) ?? true;

/** The blocks of a plan, stage by stage, in order. A stage without entities has none. */
export function* blocksOf(plan: Plan): Generator<Block> {
  for (const stage of plan.stages) yield* blocksOfStage(stage);
}

/** The blocks of one stage, in order. */
export function* blocksOfStage(stage: Stage): Generator<Block> {
  for (let start = 0, index = 0; start < stage.entities; start += blockEntities, index++) {
    yield { stage: stage.name, index, start, end: Math.min(stage.entities, start + blockEntities) };
  }
}
