import { canonicalJson } from '@synth/core';
import type { ModelRequest } from '../model/model';
import { estimateTokens } from './estimate-tokens';

/** Tokens of a request: what its prompt has, and the most that its answer may have. */
export interface RequestTokens {
  readonly input: number;
  readonly maxOutput: number;
}

// What a chat format adds around a message and around a request, with room to spare.
const messageOverhead = 16;
const requestOverhead = 64;
const likelyMessageOverhead = 4;

function parts(request: ModelRequest): readonly string[] {
  return 'texts' in request ? request.texts : request.messages.map((message) => message.text);
}

function maxOutput(request: ModelRequest): number {
  return 'texts' in request ? 0 : request.maxOutputTokens;
}

function schemaText(request: ModelRequest): string {
  return 'texts' in request || request.output === undefined ? '' : canonicalJson(request.output.schema);
}

/** At least the bytes of a text in UTF-8: half of a surrogate pair counts as three where it is two. */
function utf8Bound(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}

/**
 * The most tokens that a request can use. A token is at least one byte of UTF-8 in every tokenizer in use, so that
 * bytes bound the prompt without any tables; the schema counts twice, since providers rewrite it.
 */
export function tokenBound(request: ModelRequest): RequestTokens {
  const texts = parts(request);
  const prompt = texts.reduce((sum, text) => sum + utf8Bound(text) + messageOverhead, requestOverhead);
  return { input: prompt + 2 * utf8Bound(schemaText(request)), maxOutput: maxOutput(request) };
}

/** The tokens that a request probably has. */
export function likelyTokens(request: ModelRequest): RequestTokens {
  const texts = parts(request);
  const prompt = texts.reduce((sum, text) => sum + estimateTokens(text) + likelyMessageOverhead, 0);
  return { input: prompt + estimateTokens(schemaText(request)), maxOutput: maxOutput(request) };
}
