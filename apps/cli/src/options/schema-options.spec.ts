import { plays } from '../../test/fixtures/plays';
import { schemaOptions } from './schema-options';

const options = new Map(schemaOptions(plays.config.jsonSchema()).map((option) => [option.name, option]));

describe('schemaOptions', () => {
  it('names every property in kebab-case, nested ones by their path', () => {
    expect([...options.keys()]).toEqual([
      'seed',
      'preset',
      'users',
      'min-plays',
      'max-plays',
      'rate',
      'sessions',
      'hours',
      'truth',
      'truth.noise',
      'truth.visible',
      'pauses',
      'pauses.mean-seconds',
      'item-columns',
      'item-columns.id',
    ]);
    expect(options.get('pauses.mean-seconds')?.path).toEqual(['pauses', 'meanSeconds']);
  });

  it('shows what stands for the value, and the default', () => {
    expect(options.get('users')).toMatchObject({ value: 'N', default: '5', description: 'how many users' });
    expect(options.get('seed')).toMatchObject({ value: 'TEXT', default: 'synth' });
    expect(options.get('truth')?.value).toBe('KEY=VALUE,...');
    expect(options.get('hours')?.value).toBe('A,B,...');
    expect(options.get('preset')).toMatchObject({
      value: 'NAME',
      description: 'what to start from: plain | fancy',
    });
    expect(options.get('rate')?.default).toBeUndefined();
  });

  it('makes switches of booleans', () => {
    expect(options.get('sessions')?.value).toBeUndefined();
    expect(options.get('truth.visible')?.value).toBeUndefined();
  });
});
