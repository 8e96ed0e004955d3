import type { TableSpec } from '@synth/core';
import { formats } from '@synth/io';
import { documentedCommand } from '../documented-command';
import type { Context } from '../context';
import { exitCode } from '../exit-code';
import type { Generator } from '../generator';
import { noArguments } from '../options/no-arguments';
import { columnLines } from '../render/columns';
import { styled } from '../render/style';
import { loadGenerator } from '../simulate/load-generator';

const summary = 'generators with their tables and columns, and the formats of files';
const usage = 'synth list [GENERATOR]';

/** `synth list`: the generators and the formats. `synth list G`: the columns of G's tables. */
export const list = documentedCommand({ summary, usage }, async ({ values, positionals }, context) => {
  const [name, ...more] = positionals;
  noArguments(more, usage);
  const json = values.has('json');
  const lines = await (name === undefined ? everything(context, json) : oneGenerator(name, context, json));
  context.stdout.write(`${lines.join('\n')}\n`);
  return exitCode.done;
});

const tablesOf = ({ dataset }: Generator): readonly TableSpec[] =>
  dataset.tables(dataset.config.parse({}), {});

async function everything(context: Context, json: boolean): Promise<readonly string[]> {
  const { generators, stdout, commandLine } = context;
  const loaded = await Promise.all(
    Object.entries(generators).map(async ([name, load]): Promise<[string, Generator]> => [
      name,
      await load(),
    ]),
  );
  if (json) {
    return [
      ...loaded.map(([generator, { dataset, ...rest }]) => {
        const { version, description, inputs = {} } = dataset;
        const tables = tablesOf({ dataset, ...rest }).map((table) => table.name);
        return JSON.stringify({ generator, version, description, inputs, tables });
      }),
      ...formats.map(({ name, description }) => JSON.stringify({ format: name, description })),
    ];
  }
  return [
    styled(stdout, 'bold', 'generators'),
    ...loaded.flatMap(([name, generator]) => [
      `  ${name}  ${generator.dataset.description}`,
      `    tables: ${tablesOf(generator)
        .map((table) => table.name)
        .join(' ')}`,
    ]),
    '',
    styled(stdout, 'bold', 'formats'),
    ...columnLines(formats.map(({ name, description }) => [`  ${name}`, description])),
    '',
    `columns of the tables:  ${commandLine(['list', loaded[0]?.[0] ?? 'GENERATOR'])}`,
  ];
}

async function oneGenerator(name: string, context: Context, json: boolean): Promise<readonly string[]> {
  const tables = tablesOf(await loadGenerator(name, context.generators));
  if (json) return tables.map((table) => JSON.stringify({ generator: name, ...table }));
  return tables.flatMap((table, at) => [
    ...(at === 0 ? [] : ['']),
    `${styled(context.stdout, 'bold', table.name)}  ${table.description}`,
    ...columnLines(
      table.columns.map((column) => [
        `  ${column.name}`,
        column.nullable ? `${column.type}, may be null` : column.type,
        column.description,
      ]),
    ),
  ]);
}
