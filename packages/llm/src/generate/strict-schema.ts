import type { JsonSchema } from '@synth/core';

/** A schema in the form that strict structured output asks for, and the way back from its answers. */
export interface StrictSchema {
  readonly schema: JsonSchema;
  /** Takes out the nulls that stand for properties left away. */
  restore(value: unknown): unknown;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// What strict modes cannot express: open objects, and combinations beyond a choice.
const unsupported = [
  'allOf',
  'not',
  'if',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'prefixItems',
  'unevaluatedProperties',
];
// Said in other ways, or only about validation that follows anyway.
const dropped = new Set(['default', '$schema', 'additionalProperties', 'required', 'propertyNames', 'oneOf']);

/**
 * The strict form of a JSON Schema: every object closed and every property required, an optional one may be null
 * instead. Undefined where the schema has no such form (a record of any keys, a tuple): then it is sent as it is and
 * the answer validated, as always.
 */
export function strictSchema(schema: JsonSchema): StrictSchema | undefined {
  if (schema['type'] !== 'object' || !expressible(schema)) return undefined;
  return { schema: strict(schema), restore: (value) => restored(schema, value, schema) };
}

function children(node: Node): readonly unknown[] {
  const named = [node['properties'], node['$defs']].filter(isNode).flatMap((map) => Object.values(map));
  const choices = [node['anyOf'], node['oneOf']].filter(Array.isArray).flat() as unknown[];
  return [...named, ...choices, node['items']];
}

function expressible(node: unknown): boolean {
  if (node === undefined) return true;
  if (!isNode(node) || unsupported.some((word) => word in node)) return false;
  const open =
    isNode(node['additionalProperties']) || (node['type'] === 'object' && !isNode(node['properties']));
  return !open && children(node).every((child) => child === undefined || expressible(child));
}

function strict(node: Node): JsonSchema {
  const out: Record<string, unknown> = {};
  for (const [word, value] of Object.entries(node)) if (!dropped.has(word)) out[word] = value;
  const choices = node['anyOf'] ?? node['oneOf'];
  if (Array.isArray(choices)) out['anyOf'] = choices.map((choice) => strict(choice as Node));
  if (isNode(node['items'])) out['items'] = strict(node['items']);
  if (isNode(node['$defs'])) out['$defs'] = mapValues(node['$defs'], (child) => strict(child as Node));
  if (!isNode(node['properties'])) return out;
  const required = requiredOf(node);
  out['properties'] = mapValues(node['properties'], (child, name) => {
    const inner = strict(child as Node);
    return required.has(name) ? inner : { anyOf: [inner, { type: 'null' }] };
  });
  out['required'] = Object.keys(node['properties']);
  out['additionalProperties'] = false;
  return out;
}

/** Walks an answer along the original schema. */
function restored(node: unknown, value: unknown, root: Node): unknown {
  const at = resolve(node, root);
  if (at === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => restored(at['items'], item, root));
  if (!isNode(value)) return value;
  const choices = at['anyOf'] ?? at['oneOf'];
  if (Array.isArray(choices)) {
    const taken = choices.filter((choice) => mayBe(resolve(choice, root), value));
    // More than one may be meant: left as it is, the validator decides.
    return taken.length === 1 ? restored(taken[0], value, root) : value;
  }
  const properties = at['properties'];
  if (!isNode(properties)) return value;
  const required = requiredOf(at);
  const kept = Object.entries(value).filter(([name, inner]) => {
    const optional = name in properties && !required.has(name);
    return !(inner === null && optional && !takesNull(properties[name], root));
  });
  return Object.fromEntries(kept.map(([name, inner]) => [name, restored(properties[name], inner, root)]));
}

/** Whether an object can be of a choice: by the properties that the choice fixes. */
function mayBe(choice: Node | undefined, value: Node): boolean {
  const properties = choice?.['properties'];
  if (!isNode(properties)) return false;
  return Object.entries(properties).every(
    ([name, property]) => !isNode(property) || !('const' in property) || property['const'] === value[name],
  );
}

const requiredOf = (node: Node): ReadonlySet<unknown> =>
  new Set(node['required'] as readonly unknown[] | undefined);

function takesNull(node: unknown, root: Node): boolean {
  const at = resolve(node, root);
  if (at === undefined) return true;
  const type = at['type'];
  const choices = (at['anyOf'] ?? at['oneOf']) as unknown;
  return (
    type === 'null' ||
    (Array.isArray(type) && type.includes('null')) ||
    (Array.isArray(choices) && choices.some((choice) => takesNull(choice, root)))
  );
}

function resolve(node: unknown, root: Node): Node | undefined {
  if (!isNode(node)) return undefined;
  const reference = node['$ref'];
  if (typeof reference !== 'string') return node;
  const name = reference.replace(/^#\/\$defs\//, '');
  const found = isNode(root['$defs']) ? root['$defs'][name] : undefined;
  return reference === '#' ? root : isNode(found) ? found : undefined;
}

function mapValues(map: Node, change: (value: unknown, name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value, name)]));
}
