import type { Block, Stage } from '@synth/core';
import { blocksOfStage } from '@synth/core';
import type { OutputFile } from '../formats/format';
import type { SettledRun } from './settled-run';

/** A file on the disk: one of the run's files, or a part of one. */
export interface Output {
  /** Relative to the run's folder. */
  readonly path: string;
  /** The number of the run's file. */
  readonly file: number;
}

/** Blocks that are made one after the other, for files that take them in this order. */
export interface Pass {
  /** Unique in the run. */
  readonly key: string;
  readonly outputs: readonly Output[];
  /** Each with the tables that are wanted of it. */
  readonly blocks: readonly Block[];
  /** The tables whose rows count: no other pass counts them. */
  readonly counts: readonly string[];
}

/** The work of a run. */
export interface Passes {
  /** For files that take all of their blocks in order. */
  readonly ordered: Pass;
  /** One for each part of a stage: they know nothing of each other. */
  readonly parts: readonly Pass[];
}

/**
 * Splits a run into passes. Without parts there is one. A block that both whole files and parts take is made twice: the
 * first come in order, the second in any.
 */
export function passesOf(run: SettledRun, parts: number | undefined): Passes {
  const { files, plan, tables } = run;
  const stageOf = ({ tables: taken }: OutputFile): Stage | undefined => {
    const stages = plan.stages.filter((stage) => stage.tables.some((table) => taken.includes(table)));
    return stages.length === 1 ? stages[0] : undefined;
  };
  const isSplit = (index: number): boolean => {
    const { file } = files[index]!;
    return parts !== undefined && file.splittable && stageOf(file) !== undefined;
  };
  const indices = files.map((_, index) => index);
  const whole = indices.filter((index) => !isSplit(index));
  const split = indices.filter(isSplit);

  const inOrder = tablesOf(run, whole, run.hasSinks ? tables.map((table) => table.name) : []);
  const ordered: Pass = {
    key: 'ordered',
    outputs: whole.map((index) => ({ path: files[index]!.file.path, file: index })),
    blocks: plan.stages.flatMap((stage) => wantedBlocks(stage, inOrder)),
    counts: [...inOrder],
  };
  const apart = plan.stages.flatMap((stage) => {
    const ofStage = split.filter((index) => stageOf(files[index]!.file) === stage);
    return ofStage.length === 0 ? [] : partsOf(run, stage, ofStage, parts!, inOrder);
  });
  return { ordered, parts: apart };
}

function partsOf(
  run: SettledRun,
  stage: Stage,
  indices: readonly number[],
  parts: number,
  counted: ReadonlySet<string>,
): Pass[] {
  const wanted = tablesOf(run, indices, []);
  const blocks = wantedBlocks(stage, wanted);
  const counts = stage.tables.filter((table) => wanted.has(table) && !counted.has(table));
  return Array.from({ length: parts }, (_, part): Pass => ({
    key: `${stage.name}/${part}`,
    outputs: indices.map((index) => ({
      path: partPath(run.files[index]!.file.path, part, parts),
      file: index,
    })),
    blocks: blocks.slice(
      Math.floor((part * blocks.length) / parts),
      Math.floor(((part + 1) * blocks.length) / parts),
    ),
    counts,
  }));
}

function tablesOf(
  { files }: SettledRun,
  indices: readonly number[],
  more: readonly string[],
): ReadonlySet<string> {
  return new Set([...indices.flatMap((index) => files[index]!.file.tables), ...more]);
}

function wantedBlocks(stage: Stage, wanted: ReadonlySet<string>): readonly Block[] {
  const tables = stage.tables.filter((table) => wanted.has(table));
  // Spelled out, not spread: objects of one literal have one shape, and hot code asks for that.
  return tables.length === 0
    ? []
    : Array.from(blocksOfStage(stage), ({ stage: name, index, start, end }) => ({
        stage: name,
        index,
        start,
        end,
        tables,
      }));
}

/** `interactions.csv.gz` -> `interactions/part-00002-of-00016.csv.gz` */
function partPath(path: string, part: number, parts: number): string {
  const [, stem, extension] = /^(.*?)(\.[^/]*)?$/.exec(path)!;
  const digits = (value: number): string => String(value).padStart(5, '0');
  return `${stem}/part-${digits(part)}-of-${digits(parts)}${extension ?? ''}`;
}
