import { columnsTables, fillMarkers, optionRows, optionsTable, typeText } from './tables.mjs';

describe('typeText', () => {
  it.each([
    [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'integer, 1 or more'],
    [{ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, 'integer'],
    [{ type: 'number', minimum: 0, maximum: 1 }, 'number in [0, 1]'],
    [{ type: 'number', exclusiveMinimum: 0, maximum: 1 }, 'number in (0, 1]'],
    [{ type: 'number', exclusiveMinimum: 0 }, 'number over 0'],
    [{ type: 'number', maximum: 2 }, 'number, 2 or less'],
    [{ type: ['string', 'null'] }, 'text or null'],
    [{ enum: ['a', 'b'] }, '`"a"`, `"b"`'],
    [
      { anyOf: [{ type: 'integer' }, { type: 'array', items: { type: 'string' } }] },
      'integer or list of text',
    ],
    [{}, 'any value'],
  ])('%j', (schema, text) => expect(typeText(schema)).toBe(text));
});

describe('optionRows', () => {
  it('flattens options of options, of a variant too', () => {
    const schema = {
      required: ['users'],
      properties: {
        users: { type: 'integer', description: 'How many.' },
        repeat: {
          anyOf: [
            { const: false },
            { type: 'object', properties: { share: { type: 'number', default: 0.2 } } },
          ],
          default: false,
        },
      },
    };
    expect(optionRows(schema)).toEqual([
      ['`users`', 'integer', 'required', 'How many.'],
      ['`repeat`', '`false` or object', '`false`', ''],
      ['`repeat.share`', 'number', '`0.2`', ''],
    ]);
    expect(optionsTable(schema)).toContain('| `users` | integer | required | How many. |');
  });
});

describe('columnsTables', () => {
  it('shows types, missing values and units', () => {
    const columns = [
      { name: 'days', type: 'i32', description: 'Age | days.', nullable: true, unit: 'days' },
      { name: 'v', type: 'vector', width: 8, description: 'Taste.' },
    ];
    const text = columnsTables([{ name: 'items', description: 'All.', columns }]);
    expect(text).toContain('**`items`**: All.');
    expect(text).toContain('| `days` | i32, may be missing, days | Age \\| days. |');
    expect(text).toContain('| `v` | vector[8] | Taste. |');
  });
});

describe('fillMarkers', () => {
  const page =
    'a\n<!-- options:start -->\nold\n<!-- options:end -->\n<!-- tables:start x -->\n<!-- tables:end -->\nb';

  it('replaces what stands between, twice to the same page', () => {
    const make = (kind, name) => `new ${kind} ${name}`;
    const once = fillMarkers(page, make);
    expect(once.unknown).toEqual([]);
    expect(once.page).toContain('<!-- options:start -->\n\nnew options \n\n<!-- options:end -->');
    expect(once.page).toContain('<!-- tables:start x -->\n\nnew tables x\n\n<!-- tables:end -->\nb');
    expect(fillMarkers(once.page, make).page).toBe(once.page);
  });

  it('names what it has nothing for, and leaves it', () => {
    expect(fillMarkers(page, () => undefined)).toEqual({ page, unknown: ['options', 'tables x'] });
  });
});
