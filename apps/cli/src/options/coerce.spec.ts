import type { JsonSchema } from '@synth/core';
import { coerce, numberOf } from './coerce';

const read = (text: string, schema: JsonSchema): unknown => coerce(text, schema, '--x');

describe('numberOf', () => {
  it.each([
    ['10', 10],
    ['1_000', 1000],
    ['.5', 0.5],
    ['-1', -1],
    ['1e6', 1_000_000],
  ])('reads %s', (text, number) => expect(numberOf(text)).toBe(number));
  it.each(['', 'NaN', 'Infinity', '0x10', '1,5', '_1', 'ten', '1 2'])('does not read "%s"', (text) =>
    expect(numberOf(text)).toBeUndefined(),
  );
});

describe('coerce', () => {
  it('reads by type', () => {
    expect(read('10', { type: 'integer' })).toBe(10);
    expect(read('.15', { type: 'number' })).toBe(0.15);
    expect(read('true', { type: 'boolean' })).toBe(true);
    expect(read('42', { type: 'string' })).toBe('42');
    expect(read('fancy', { enum: ['plain', 'fancy'], type: 'string' })).toBe('fancy');
    expect(read('2', { enum: [1, 2] })).toBe(2);
  });

  it('keeps a text that is not how its number is printed', () => {
    const seed: JsonSchema = { anyOf: [{ type: 'string' }, { type: 'number' }] };
    expect(read('42', seed)).toBe(42);
    expect(read('007', seed)).toBe('007');
    expect(read('1e3', seed)).toBe('1e3');
  });

  it('leaves bounds to the configuration', () => {
    expect(read('-1', { type: 'integer', minimum: 1 })).toBe(-1);
    expect(read('1.5', { type: 'integer' })).toBe(1.5);
  });

  it('reads null where it is allowed', () => {
    expect(read('null', { anyOf: [{ type: 'object', properties: {} }, { type: 'null' }] })).toBeNull();
    expect(read('null', { type: ['number', 'null'] })).toBeNull();
  });

  it('reads lists', () => {
    const hours: JsonSchema = { type: 'array', items: { type: 'number' } };
    expect(read('1, 2,.5', hours)).toEqual([1, 2, 0.5]);
    expect(read('[1,2]', hours)).toEqual([1, 2]);
    expect(() => read('1,two', hours)).toThrow(expect.objectContaining({ code: 'OPTION_VALUE' }));
    expect(() => read('[1,', hours)).toThrow(expect.objectContaining({ code: 'OPTION_VALUE' }));
  });

  it('reads objects as pairs or JSON, with keys in either spelling', () => {
    const events: JsonSchema = {
      anyOf: [
        {
          type: 'object',
          properties: { from: { type: 'string', enum: ['uniform', 'hard'] }, perUser: { type: 'integer' } },
        },
        { type: 'null' },
      ],
    };
    expect(read('from=hard,perUser=50', events)).toEqual({ from: 'hard', perUser: 50 });
    expect(read('from=hard, per-user=50', events)).toEqual({ from: 'hard', perUser: 50 });
    expect(read('{"from":"hard"}', events)).toEqual({ from: 'hard' });
    expect(read('form=hard', events)).toEqual({ form: 'hard' });
    expect(() => read('from=soft', events)).toThrow(
      expect.objectContaining({ field: '--x from', allowed: 'uniform | hard', value: 'soft' }),
    );
    expect(() => read('from=hard,50', events)).toThrow(
      expect.objectContaining({ code: 'OPTION_VALUE', allowed: 'key=value,... of from, perUser, or null' }),
    );
  });

  it('says what is allowed', () => {
    expect(() => read('abc', { type: 'integer', minimum: 1, maximum: 50 })).toThrow(
      expect.objectContaining({
        code: 'OPTION_VALUE',
        message: '--x is "abc": give a whole number from 1 to 50',
        field: '--x',
        value: 'abc',
      }),
    );
    expect(() => read('x', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 })).toThrow(
      expect.objectContaining({ allowed: 'a number above 0 below 1' }),
    );
  });
});
