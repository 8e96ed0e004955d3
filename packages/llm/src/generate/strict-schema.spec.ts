import { z } from 'zod';
import { strictSchema } from './strict-schema';

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as never;

describe('strictSchema', () => {
  it('closes objects at every depth and makes optional properties nullable', () => {
    const strict = strictSchema(
      jsonSchema(
        z.object({ list: z.array(z.object({ a: z.string().optional() })), b: z.number().default(3) }),
      ),
    );
    expect(strict?.schema).toEqual({
      type: 'object',
      properties: {
        list: {
          type: 'array',
          items: {
            type: 'object',
            properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
            required: ['a'],
            additionalProperties: false,
          },
        },
        b: { anyOf: [{ type: 'number' }, { type: 'null' }] },
      },
      required: ['list', 'b'],
      additionalProperties: false,
    });
  });

  it('takes out the nulls that stand for absence, and no others', () => {
    const schema = z.object({
      absent: z.string().optional(),
      told: z.string().nullable(),
      either: z.string().nullable().optional(),
      inner: z.object({ deep: z.int().optional() }),
      list: z.array(z.object({ x: z.int().optional() })),
    });
    const { restore } = strictSchema(jsonSchema(schema))!;
    const answer = {
      absent: null,
      told: null,
      either: null,
      inner: { deep: null },
      list: [{ x: null }, { x: 1 }],
    };
    expect(restore(answer)).toEqual({ told: null, either: null, inner: {}, list: [{}, { x: 1 }] });
  });

  it('restores the choice that the fixed properties name', () => {
    const schema = z.object({
      event: z.union([
        z.object({ kind: z.literal('view'), note: z.string().optional() }),
        z.object({ kind: z.literal('buy'), note: z.string().nullable() }),
      ]),
    });
    const { restore } = strictSchema(jsonSchema(schema))!;
    expect(restore({ event: { kind: 'view', note: null } })).toEqual({ event: { kind: 'view' } });
    expect(restore({ event: { kind: 'buy', note: null } })).toEqual({ event: { kind: 'buy', note: null } });
  });

  it('follows references and recursion', () => {
    const node = z.object({
      name: z.string(),
      get child() {
        return node.optional();
      },
    });
    const strict = strictSchema(jsonSchema(node));
    expect(strict?.restore({ name: 'a', child: { name: 'b', child: null } })).toEqual({
      name: 'a',
      child: { name: 'b' },
    });
  });

  it('says what it cannot express', () => {
    expect(strictSchema(jsonSchema(z.object({ map: z.record(z.string(), z.number()) })))).toBeUndefined();
    expect(strictSchema(jsonSchema(z.object({ pair: z.tuple([z.string(), z.number()]) })))).toBeUndefined();
    expect(strictSchema(jsonSchema(z.string()))).toBeUndefined();
  });
});
