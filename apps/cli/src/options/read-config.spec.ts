import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plays } from '../../test/fixtures/plays';
import { readConfig } from './read-config';
import { schemaOptions } from './schema-options';

const schema = plays.config.jsonSchema();
const read = (values: Record<string, string | boolean | string[]>) =>
  readConfig(new Map(Object.entries(values)), schemaOptions(schema), schema, 'plays');

async function file(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'synth-config-')), 'config.json');
  await writeFile(path, text);
  return path;
}

describe('readConfig', () => {
  it('prefers options over --set over the file, value by value', async () => {
    const config = await file('{"users":1,"minPlays":1,"maxPlays":1,"truth":{"noise":1,"visible":true}}');
    expect(
      await read({ config, set: ['minPlays=2', 'maxPlays=2', 'truth.noise=2'], 'max-plays': '3' }),
    ).toEqual({ users: 1, minPlays: 2, maxPlays: 3, truth: { noise: 2, visible: true } });
  });

  it('gives options their types and paths', async () => {
    expect(
      await read({
        seed: 'monday',
        sessions: false,
        hours: '1,2',
        'truth.noise': '.5',
        pauses: 'meanSeconds=3',
      }),
    ).toEqual({
      seed: 'monday',
      sessions: false,
      hours: [1, 2],
      truth: { noise: 0.5 },
      pauses: { meanSeconds: 3 },
    });
  });

  it('reads --set as JSON or text where the schema knows no such path, and lets the parser name it', async () => {
    const config = await read({ set: ['truth.noize=1', 'x=[1]', 'y=word'] });
    expect(config).toEqual({ truth: { noize: 1 }, x: [1], y: 'word' });
    expect(() => plays.config.parse({ truth: { noize: 1 } })).toThrow(/did you mean noise/);
  });

  it('takes the configuration of a manifest of the same dataset', async () => {
    const manifest = (name: string): string =>
      JSON.stringify({ manifestVersion: 1, reproducible: { dataset: { name }, config: { users: 7 } } });
    expect(await read({ config: await file(manifest('plays')), 'max-plays': '2' })).toEqual({
      users: 7,
      maxPlays: 2,
    });
    await expect(read({ config: await file(manifest('votes')) })).rejects.toMatchObject({
      code: 'CONFIG_FILE',
      message: expect.stringMatching(/config.json is the manifest of votes, not of plays$/) as string,
    });
  });

  it('refuses --set without a value', async () => {
    await expect(read({ set: ['users'] })).rejects.toMatchObject({ code: 'OPTION_VALUE', field: '--set' });
    await expect(read({ set: ['=1'] })).rejects.toMatchObject({ code: 'OPTION_VALUE' });
  });

  it.each(['{"users":', '[1]', 'null', '"users"'])('refuses a file that holds %s', async (text) => {
    await expect(read({ config: await file(text) })).rejects.toMatchObject({
      code: 'CONFIG_FILE',
      field: '--config',
    });
  });

  it('refuses a file that is not there', async () => {
    await expect(read({ config: join(tmpdir(), 'none', 'config.json') })).rejects.toMatchObject({
      code: 'CONFIG_FILE',
    });
  });
});
