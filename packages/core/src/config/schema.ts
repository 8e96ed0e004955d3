import type { CoreErrorCode } from '../errors/codes';
import { nearestName } from '../errors/nearest-name';
import { SynthError } from '../errors/synth-error';

/** Parses what callers write into what a package trusts. */
export interface Schema<T> {
  /** @throws SynthError `CONFIG_INVALID` */
  parse(input: unknown): T;
  /** The JSON Schema of the input, with descriptions and defaults: command-line flags and tables of options. */
  jsonSchema(): JsonSchema;
}

/** The part of JSON Schema that options use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly [keyword: string]: unknown;
}

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly input?: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The part of a zod schema that is used here, by shape: this package does not depend on zod. */
export interface Parser<T> {
  safeParse(
    input: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly unknown[] } };
}

/**
 * A {@link Schema} over a zod object: unknown options are errors that name the nearest known one, and every error is a
 * `CONFIG_INVALID` with field, value and what is allowed. A refinement may set `params: { allowed, remedy }`.
 *
 * @param parser the zod schema (a strict object)
 * @param jsonSchema its JSON Schema: `() => z.toJSONSchema(schema, { io: 'input' })`
 * @param what what the object is called in messages: `config`
 */
export function schemaOf<T>(parser: Parser<T>, jsonSchema: () => JsonSchema, what = 'config'): Schema<T> {
  return {
    jsonSchema,
    parse(input) {
      const result = parser.safeParse(input);
      if (result.success) return result.data;
      throw configError(result.error.issues as readonly Issue[], input, jsonSchema, what);
    },
  };
}

function configError(
  issues: readonly Issue[],
  input: unknown,
  jsonSchema: () => JsonSchema,
  what: string,
): SynthError<CoreErrorCode> {
  const issue = issues[0]!;
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys![0]!;
    const known = Object.keys(propertiesAt(jsonSchema(), issue.path));
    const near = nearestName(key, known);
    const field = [...issue.path, key].join('.');
    return new SynthError({
      code: 'CONFIG_INVALID',
      message: `unknown option ${field}${near === undefined ? '' : `: did you mean ${near}?`}`,
      field,
      value: valueAtPath(input, [...issue.path, key]),
      allowed: known.join(', '),
      ...(near === undefined ? {} : { remedy: `write ${near}` }),
    });
  }
  const field = issue.path.map(String).join('.') || what;
  const value = valueAtPath(input, issue.path);
  const allowed = issue.params?.['allowed'] ?? issue.message;
  return new SynthError({
    code: 'CONFIG_INVALID',
    message: issue.params === undefined ? `${field} is ${shown(value)}: ${issue.message}` : issue.message,
    field,
    value,
    allowed: String(allowed),
    ...(typeof issue.params?.['remedy'] === 'string' ? { remedy: issue.params['remedy'] } : {}),
  });
}

/** The options that may stand at a path; of a union, those of every branch. */
function propertiesAt(
  schema: JsonSchema,
  path: readonly PropertyKey[],
): Readonly<Record<string, JsonSchema>> {
  const propertiesOf = (one: JsonSchema): Readonly<Record<string, JsonSchema>> =>
    Object.assign({}, one.properties, ...[...(one.anyOf ?? []), ...(one.oneOf ?? [])].map(propertiesOf));
  const inner = path.reduce<JsonSchema>((at, key) => propertiesOf(at)[String(key)] ?? at.items ?? {}, schema);
  return propertiesOf(inner);
}

function valueAtPath(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
