import type { JsonSchema } from '@synth/core';
import { estimateTokens } from './estimate-tokens';

// Tokens of a word with its share of marks and spaces, over English prose and its neighbours.
const tokensAWord = 1.4;
// Words of a text that a schema asks for without saying how long.
const wordsOfText = 10;

/** What is known of an answer before it is there. */
export interface AnswerShape {
  /** Words that its texts will have together. */
  readonly words?: number;
  readonly jsonSchema?: JsonSchema;
  readonly maxOutputTokens: number;
}

/** About how many tokens an answer will have. Nothing known: what lies a third of the way, by factors, below the most. */
export function estimateAnswer({ words, jsonSchema, maxOutputTokens }: AnswerShape): number {
  const text = words === undefined ? undefined : words * tokensAWord;
  if (jsonSchema === undefined) return Math.min(text ?? maxOutputTokens / Math.sqrt(3), maxOutputTokens);
  return Math.min(schemaTokens(jsonSchema, jsonSchema, text === undefined) + (text ?? 0), maxOutputTokens);
}

/** Tokens of JSON of a schema: its names and marks, and its values; free texts only where `texts` says so. */
function schemaTokens(schema: JsonSchema, root: JsonSchema, texts: boolean, depth = 0): number {
  if (depth > 6) return 0;
  const inner = (child: JsonSchema): number => schemaTokens(child, root, texts, depth + 1);
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.replace(/^#\/\$defs\//, '');
    const found =
      reference === '#' ? root : (root['$defs'] as Record<string, JsonSchema> | undefined)?.[name];
    return found === undefined ? 0 : inner(found);
  }
  if (schema.enum !== undefined)
    return mean(schema.enum.map((value) => estimateTokens(JSON.stringify(value))));
  const choices = schema.anyOf ?? (schema['oneOf'] as readonly JsonSchema[] | undefined);
  if (choices !== undefined) return mean(choices.filter(({ type }) => type !== 'null').map(inner));
  if (schema.properties !== undefined) {
    const properties = Object.entries(schema.properties);
    return properties.reduce((sum, [name, child]) => sum + estimateTokens(`"${name}":,`) + inner(child), 2);
  }
  const {
    minItems = 1,
    maxItems = 5,
    minLength = 0,
    maxLength,
  } = schema as Record<string, number | undefined>;
  if (schema.items !== undefined) {
    return (
      2 + ((Math.min(minItems, maxItems) + Math.min(maxItems, minItems + 4)) / 2) * (inner(schema.items) + 1)
    );
  }
  if (schema.type !== 'string') return 2;
  if (!texts) return 2;
  const likely = wordsOfText * tokensAWord;
  const most = maxLength === undefined ? likely : maxLength / 4;
  return 2 + Math.max(minLength / 4, Math.min(likely, most));
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
