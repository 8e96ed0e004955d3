import { SynthError } from '@synth/core';
import type { JsonSchema } from '@synth/core';
import type { LlmErrorCode } from '../errors/codes';
import type { SchemaIssue, StandardSchema } from './standard-schema';

/** The JSON Schema of what a schema accepts. */
export function jsonSchemaOf(schema: StandardSchema<unknown>, given: JsonSchema | undefined): JsonSchema {
  if (given !== undefined) return given;
  const { vendor, jsonSchema } = schema['~standard'];
  if (jsonSchema === undefined) {
    throw new SynthError<LlmErrorCode>({
      code: 'SCHEMA_UNSUPPORTED',
      message: `this schema of ${vendor} cannot say its JSON Schema`,
      field: 'schema',
      allowed: 'zod 4.2 or newer, any schema with Standard JSON Schema, or option jsonSchema beside it',
      remedy: 'pass jsonSchema',
    });
  }
  const { $schema: _, ...rest } = jsonSchema.input({ target: 'draft-2020-12' });
  return rest;
}

/** What checking an answer found: its object, or sentences for the model (and for people) about what is wrong. */
export type Checked<Output> =
  { readonly ok: true; readonly object: Output } | { readonly ok: false; readonly issues: readonly string[] };

/** Reads the JSON in a text, as it is or in a code fence, and validates it. */
export async function checkObject<Output>(
  schema: StandardSchema<Output>,
  text: string,
  restore: (value: unknown) => unknown,
): Promise<Checked<Output>> {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, issues: [`not JSON: ${parsed.reason}`] };
  const result = await schema['~standard'].validate(restore(parsed.value));
  if (result.issues === undefined) return { ok: true, object: result.value };
  return { ok: false, issues: result.issues.map(sentence) };
}

const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/;

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  const body = fenced.exec(text)?.[1] ?? text;
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function sentence({ path = [], message }: SchemaIssue): string {
  const where = path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
  return where === '' ? message : `${where}: ${message}`;
}
