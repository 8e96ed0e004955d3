import { playsGenerator } from '../../test/fixtures/plays';
import { generatorOptions } from './generator-options';

describe('generatorOptions', () => {
  const { all, config, inputs } = generatorOptions(playsGenerator);
  const named = (name: string) => all.filter((option) => option.name === name);

  it('offers inputs, configuration and run, each name once', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(named('items')).toEqual([
      {
        name: 'items',
        input: 'items',
        value: 'FILE',
        orNumber: false,
        description: 'the catalogue: CSV or JSONL',
      },
    ]);
    expect(named('dry-run')).toHaveLength(1);
  });

  it('takes a number or a file where an input has the name of an option', () => {
    expect(named('users')).toMatchObject([
      { value: 'FILE|N', description: 'the users: CSV or JSONL; or how many users' },
    ]);
    expect(inputs.find(({ name }) => name === 'users')?.orNumber).toBe(true);
    expect(config.find(({ name }) => name === 'users')?.path).toEqual(['users']);
  });

  it('has short names for nested options', () => {
    expect(config.find(({ name }) => name === 'item-id')).toMatchObject({
      path: ['itemColumns', 'id'],
      value: 'COLUMN',
      description: 'column of the item id',
    });
    expect(named('item-columns.id')).toEqual([]);
  });
});
