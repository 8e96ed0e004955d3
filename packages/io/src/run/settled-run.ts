import type { AnyDataset, CoreErrorCode, Inputs, Plan, SeededConfig, TableSpec } from '@synth/core';
import { nearestName, SynthError } from '@synth/core';
import type { RunFile } from './run-files';
import { runFiles } from './run-files';
import type { FormatChoice } from './run-options';
import { SortedRuns } from './time-order/sorted-runs';
import { timeColumnOf } from './time-order/time-column';

/** What a run is made from; a worker has the same. */
export interface RunSource {
  readonly dataset: AnyDataset;
  /** Parsed. */
  readonly config: SeededConfig;
  readonly inputs: Inputs;
  readonly formats: readonly FormatChoice[];
  /** The dataset's plan, where it is made already. */
  readonly whole?: Plan;
  /** The tables that are chosen; default all. */
  readonly chosen?: readonly string[];
  /** Rows of tables that know a time are sorted by it. */
  readonly order?: 'time';
  /** Whether batches go elsewhere than to files. */
  readonly hasSinks: boolean;
}

/** A run with its tables, plan and files: the same wherever it is settled. */
export interface SettledRun extends RunSource {
  readonly whole: Plan;
  /** The tables that are written, in the dataset's order. */
  readonly tables: readonly TableSpec[];
  /** The stages and tables that are wanted. */
  readonly plan: Plan;
  /** What blocks are encoded for. */
  readonly files: readonly RunFile[];
  /** What a second pass makes of those of them that hold sorted blocks. */
  readonly byTime: readonly TableByTime[];
}

/** A table that is sorted by time, and the files that take it. */
export interface TableByTime {
  readonly runs: SortedRuns;
  readonly files: readonly RunFile[];
}

/** @throws SynthError `TABLE_UNKNOWN`, and what dataset and formats throw */
export function settleRun(source: RunSource): SettledRun {
  const { dataset, config, inputs, formats, hasSinks } = source;
  const chosen = chosenOf(dataset.tables(config, inputs), source.chosen);
  const whole = source.whole ?? dataset.plan(config, inputs);
  const files = runFiles(formats, chosen, dataset.name, whole);
  const taken = new Set(files.flatMap(({ file }) => file.tables));
  const tables = chosen.filter((table) => hasSinks || taken.has(table.name));
  // A format may need batches of a table that is not written: the ids of a matrix's rows.
  const wanted = new Set([...tables.map((table) => table.name), ...taken]);
  const byTime = source.order === 'time' ? sortedTables(tables, files) : [];
  const sorted = new Set(byTime.flatMap((table) => table.files));
  const inBlocks = [
    ...files.filter((file) => !sorted.has(file)),
    ...byTime.map(({ runs }): RunFile => ({ format: 'runs', file: runs })),
  ];
  return { ...source, whole, tables, plan: narrowed(whole, wanted), files: inBlocks, byTime };
}

/** The tables that know a time, with the files that hold nothing but one of them. */
function sortedTables(tables: readonly TableSpec[], files: readonly RunFile[]): readonly TableByTime[] {
  return tables.flatMap((table) => {
    const column = timeColumnOf(table);
    const own = files.filter(({ file }) => file.tables.length === 1 && file.tables[0] === table.name);
    return column === undefined || own.length === 0
      ? []
      : [{ runs: new SortedRuns(table.name, column), files: own }];
  });
}

function chosenOf(specs: readonly TableSpec[], names: readonly string[] | undefined): readonly TableSpec[] {
  if (names === undefined) return specs;
  const known = specs.map((spec) => spec.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    throw new SynthError<CoreErrorCode>({
      code: 'TABLE_UNKNOWN',
      message: `no table ${name}${near === undefined ? '' : `: did you mean ${near}?`}`,
      field: 'tables',
      value: name,
      allowed: known.join(', '),
      ...(near === undefined ? {} : { remedy: `write ${near}` }),
    });
  }
  return specs.filter((spec) => names.includes(spec.name));
}

/** The plan without stages and tables that nobody asked for. */
function narrowed(plan: Plan, wanted: ReadonlySet<string>): Plan {
  return {
    stages: plan.stages
      .map((stage) => ({
        ...stage,
        tables: stage.tables.filter((table) => wanted.has(table)),
        expectedRows: Object.fromEntries(
          Object.entries(stage.expectedRows).filter(([table]) => wanted.has(table)),
        ),
      }))
      .filter((stage) => stage.tables.length > 0),
  };
}
