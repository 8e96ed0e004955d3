import { canonicalJson } from '../canonical/canonical-json';
import type { Row } from '../data/batch';
import { maxBatchRows } from '../data/batch';
import type { Dataset, Inputs, SeededConfig } from '../data/dataset';
import { blocksOf, blocksOfStage } from '../data/plan';
import { demandColumn } from './column-laws';
import type { Law } from './law';
import { demand } from './law';
import { demandOrder, demandReferences, demandSameRows, demandUniqueKeys } from './row-laws';
import { joined, RowSource, split } from './row-source';

/**
 * The laws of a dataset: what every package's generator must keep under any configuration, and what makes it safe to
 * split, resume and join its output. All rows are made a few times and held in memory: give a small configuration.
 *
 * @param dataset the dataset under test
 * @param config a configuration as `dataset.config.parse` gives it
 * @param inputs the input tables that the configuration needs
 * @example
 * ```ts
 * import type { Dataset, Sampler } from '@synth/core';
 *
 * const users: Dataset<{ seed: string }, Sampler> = {
 *   kind: 'generated',
 *   name: 'users',
 *   version: '1',
 *   description: 'ages',
 *   config: { parse: (config) => config as { seed: string }, jsonSchema: () => ({}) },
 *   tables: () => [
 *     { name: 'users', description: 'users', key: ['id'], columns: [
 *       { name: 'id', type: 'u32', description: 'the index' },
 *       { name: 'age', type: 'f64', description: 'in years', minimum: 0 },
 *     ] },
 *   ],
 *   plan: () => ({ stages: [{ name: 'users', entities: 100, tables: ['users'], expectedRows: { users: 100 } }] }),
 *   prepare: () => gamma({ shape: 9, scale: 4 }),
 *   *generate(ages, { start, end }, streams) {
 *     const id = Uint32Array.from({ length: end - start }, (_, i) => start + i);
 *     const age = Float64Array.from(id, (index) => ages.draw(streams.stream('age').at(index)));
 *     yield { table: 'users', rows: id.length, columns: { id: { type: 'u32', values: id }, age: { type: 'f64', values: age } } };
 *   },
 * };
 * for (const law of datasetLaws(users, { seed: '1' })) law.check();
 * ```
 */
export function datasetLaws<Config extends SeededConfig, Model>(
  dataset: Dataset<Config, Model>,
  config: Config,
  inputs: Inputs = {},
): readonly Law[] {
  const source = new RowSource(dataset, config, inputs);
  const parsed = (table: string): Row[] => source.parsedRows(table);
  return [
    {
      name: 'has a configuration that survives JSON and parses to itself',
      check() {
        const text = canonicalJson(config);
        const again = canonicalJson(dataset.config.parse(JSON.parse(text)));
        demand(again === text, `${text} parses to ${again}`);
      },
    },
    {
      name: 'plans each table in one stage',
      check() {
        const planned = source.plan.stages.flatMap((stage) => stage.tables).sort();
        const specified = source.specs.map((spec) => spec.name).sort();
        demand(String(planned) === String(specified), `stages make ${planned}; specs are of ${specified}`);
      },
    },
    {
      name: 'makes the same rows a second time',
      check: () => source.demandRows(new RowSource(dataset, config, inputs).tables()),
    },
    {
      name: 'makes the same rows whatever ranges the entities are split into',
      check: () => source.demandRows(source.tables(split)),
    },
    {
      name: 'makes the same rows in any order of blocks',
      check() {
        const pieces = [...blocksOf(source.plan)].flatMap((block) => [...split(block)]);
        const tables = pieces.reverse().map((block) => source.tables(undefined, [block]));
        source.demandRows(joined(tables.reverse()));
      },
    },
    {
      name: 'makes the same rows of a table that is asked for alone',
      check() {
        for (const stage of source.plan.stages) {
          for (const table of stage.tables) {
            const alone = source.tables(
              (block) => [{ ...block, tables: [table] }],
              [...blocksOfStage(stage)],
            );
            demandSameRows(table, alone.get(table) ?? [], source.rows(table));
          }
        }
      },
    },
    {
      name: 'makes other rows from another seed',
      check() {
        const other = new RowSource(dataset, { ...config, seed: `${config.seed}, another` }, inputs).tables();
        const differs = source.specs.some(
          ({ name }) => String(other.get(name)) !== String(source.rows(name)),
        );
        demand(differs, 'another seed gave the same rows of every table');
      },
    },
    {
      name: `makes batches of at most ${maxBatchRows} rows, of its own tables`,
      check() {
        for (const { table, rows } of source.batches()) {
          demand(rows <= maxBatchRows, `a batch of ${table} has ${rows} rows`);
          demand(
            source.specs.some((spec) => spec.name === table),
            `a batch is of the table ${table}, which has no spec`,
          );
        }
      },
    },
    {
      name: 'makes the columns that its specs say, in their order and within their bounds',
      check() {
        for (const { table, rows, columns } of source.batches()) {
          const specs = source.specs.find((spec) => spec.name === table)!.columns;
          const names = specs.map((spec) => spec.name);
          demand(
            String(Object.keys(columns)) === String(names),
            `${table} has ${Object.keys(columns)}, its spec ${names}`,
          );
          for (const spec of specs) demandColumn(columns[spec.name]!, spec, rows, `${table}.${spec.name}`);
        }
      },
    },
    {
      name: 'makes rows whose keys are unique',
      check: () => source.specs.forEach((spec) => demandUniqueKeys(spec, parsed)),
    },
    {
      name: 'makes references that resolve',
      check: () => source.specs.forEach((spec) => demandReferences(spec, parsed)),
    },
    {
      name: 'makes rows in the order that its specs say',
      check: () => source.specs.forEach((spec) => demandOrder(spec, parsed)),
    },
    {
      name: 'sums up the same in one pass and merged from its blocks',
      check() {
        const summary = dataset.summary?.(config, inputs);
        if (summary === undefined) return;
        const whole = summary.empty();
        const parts = [...blocksOf(source.plan)].map((block) => {
          const part = summary.empty();
          for (const batch of source.generate(block)) {
            summary.add(whole, batch, block);
            summary.add(part, batch, block);
          }
          return structuredClone(part);
        });
        const merged = summary.empty();
        for (const part of parts.reverse()) summary.merge(merged, part);
        const [once, pieced] = [canonicalJson(summary.finish(whole)), canonicalJson(summary.finish(merged))];
        demand(once === pieced, `one pass gives ${once}, the blocks ${pieced}`);
      },
    },
  ];
}
