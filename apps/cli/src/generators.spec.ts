import { fakeContext, fakeOutput } from '../test/fixtures/fake-context';
import { generators } from './generators';
import { helpText } from './render/help-text';
import { generatorHelp } from './simulate/generator-help';
import { generatorOptions } from './simulate/generator-options';

/** Names that Nx takes for itself before a target sees them. */
const keptByNx = [
  'verbose',
  'parallel',
  'cwd',
  'color',
  'env',
  'env-file',
  'args',
  'tty',
  'command',
  'commands',
];

describe.each(Object.entries(generators))('%s', (name, load) => {
  it('has its own name, and options of which each name is given once and none is kept by Nx', async () => {
    const generator = await load();
    const names = generatorOptions(generator).all.map((option) => option.name);
    expect(generator.dataset.name).toBe(name);
    expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([]);
    expect(names.filter((one) => keptByNx.includes(one))).toEqual([]);
  });

  it('names options and tables that exist', async () => {
    const generator = await load();
    const options = generatorOptions(generator);
    const names = options.all.map((option) => option.name);
    expect(Object.keys(generator.common).filter((one) => !names.includes(one))).toEqual([]);
    expect(Object.keys(generator.aliases ?? {}).filter((one) => !names.includes(one))).toEqual([]);
    const [, next] = generator.demo.next;
    expect(next).toBe(name);
    expect(() => generator.dataset.config.parse(generator.demo.config)).not.toThrow();
  });

  it('has help that fits a screen, and help that has every option', async () => {
    const generator = await load();
    const options = generatorOptions(generator);
    const context = fakeContext();
    const short = helpText(generatorHelp(generator, options, false, context), fakeOutput());
    const lines = short.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const long = helpText(generatorHelp(generator, options, true, context), fakeOutput());
    for (const option of options.all) expect(long).toContain(`  --${option.name}`);
  });
});
