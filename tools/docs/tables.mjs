const cell = (text) =>
  String(text)
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');
const code = (value) => `\`${JSON.stringify(value)}\``;

/** A Markdown table. */
const markdown = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Bounds as people write them; those of a safe integer go without saying. */
function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) {
  const low = minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const high = maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  const least = low ?? exclusiveMinimum;
  const most = high ?? exclusiveMaximum;
  if (least !== undefined && most !== undefined)
    return ` in ${low === undefined ? '(' : '['}${least}, ${most}${high === undefined ? ')' : ']'}`;
  if (least !== undefined) return low === undefined ? ` over ${least}` : `, ${least} or more`;
  if (most !== undefined) return high === undefined ? ` under ${most}` : `, ${most} or less`;
  return '';
}

/** What a JSON Schema allows, in words. */
export function typeText(schema) {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) return [...new Set(variants.map(typeText))].join(' or ');
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one) => typeText({ ...schema, type: one })).join(' or ');
  if (type === 'array') return `list of ${typeText(schema.items ?? {})}`;
  if (type === 'number' || type === 'integer') return type + bounds(schema);
  if (type === 'string') return 'text';
  if (type === 'boolean') return 'true or false';
  return type ?? 'any value';
}

/** A row an option; options of an option as `outer.inner`. */
export function optionRows(schema, prefix = '') {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([key, one]) => {
    const name = prefix + key;
    const byDefault = one.default === undefined ? (required.has(key) ? 'required' : '') : code(one.default);
    const inner = [one, ...(one.anyOf ?? one.oneOf ?? [])].flatMap((part) => optionRows(part, `${name}.`));
    return [[`\`${name}\``, typeText(one), byDefault, one.description ?? ''], ...inner];
  });
}

/** The table of a dataset's options, from its JSON Schema. */
export const optionsTable = (schema) =>
  markdown(['option', 'value', 'default', 'meaning'], optionRows(schema));

/** The tables that a dataset makes, column by column, from their specs. */
export function columnsTables(specs) {
  const typeOf = (column) => {
    const type =
      column.type === 'list'
        ? `list of ${column.items ?? 'string'}`
        : column.type + (column.width ? `[${column.width}]` : '');
    return [type, ...(column.nullable ? ['may be missing'] : []), ...(column.unit ? [column.unit] : [])].join(
      ', ',
    );
  };
  return specs
    .map(({ name, description, columns }) => {
      const rows = columns.map((column) => [`\`${column.name}\``, typeOf(column), column.description]);
      return `**\`${name}\`**: ${description}\n\n${markdown(['column', 'type', 'meaning'], rows)}`;
    })
    .join('\n\n');
}

/**
 * Puts generated text between `<!-- kind:start name -->` and `<!-- kind:end -->`, wherever a page has such markers.
 *
 * @param page Markdown
 * @param make (kind, name) -> text, or undefined where there is nothing of that name
 * @returns the page, and the markers that nothing was made for
 */
export function fillMarkers(page, make) {
  const unknown = [];
  const filled = page.replace(
    /(<!-- (options|tables):start ?(\S*) -->\n)[\s\S]*?(<!-- \2:end -->)/g,
    (whole, start, kind, name, end) => {
      const text = make(kind, name);
      if (text === undefined) unknown.push(`${kind} ${name}`.trim());
      return text === undefined ? whole : `${start}\n${text}\n\n${end}`;
    },
  );
  return { page: filled, unknown };
}
