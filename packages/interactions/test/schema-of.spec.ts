import type { JsonSchema } from '@synth/core';
import { schemaOf } from '@synth/core';
import { z } from 'zod';

// Core does not depend on zod: its schemas are tried with real ones here.

const shape = z.strictObject({
  users: z.int().min(1).default(10),
  nested: z.strictObject({ alpha: z.number().positive() }).optional(),
  kind: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('a'), width: z.number() }),
      z.strictObject({ type: z.literal('b'), height: z.number() }),
    ])
    .optional(),
  even: z
    .number()
    .refine((value) => value % 2 === 0, {
      message: 'even is odd',
      params: { allowed: '0, 2, 4', remedy: 'add 1' },
    })
    .optional(),
});
const schema = schemaOf(shape, () => z.toJSONSchema(shape, { io: 'input' }) as JsonSchema);

describe('schemaOf', () => {
  it('parses and fills in defaults', () => expect(schema.parse({})).toEqual({ users: 10 }));

  it.each([
    [{ userz: 1 }, 'userz', 'unknown option userz: did you mean users?'],
    [{ colour: 1 }, 'colour', 'unknown option colour'],
    [{ nested: { alpha: 1, alhpa: 2 } }, 'nested.alhpa', 'unknown option nested.alhpa: did you mean alpha?'],
    [
      { kind: { type: 'b', height: 1, heigth: 1 } },
      'kind.heigth',
      'unknown option kind.heigth: did you mean height?',
    ],
    [{ even: 3 }, 'even', 'even is odd'],
  ])('refuses %j', (input, field, message) => {
    expect(() => schema.parse(input)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', field, message }),
    );
  });

  it('names field, value and what is allowed', () => {
    expect(() => schema.parse({ users: 0 })).toThrow(
      expect.objectContaining({ field: 'users', value: 0, message: expect.stringMatching(/^users is 0: /) }),
    );
    expect(() => schema.parse({ even: 3 })).toThrow(
      expect.objectContaining({ allowed: '0, 2, 4', remedy: 'add 1' }),
    );
    expect(() => schema.parse('nothing')).toThrow(
      expect.objectContaining({ field: 'config', value: 'nothing' }),
    );
  });
});
