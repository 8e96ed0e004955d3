import type { Row } from '@synth/core';

// A text, a number, or a mark: what a valid JSON text is made of, white space and words apart.
const tokens = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:,]/g;

/**
 * Puts the source text in the place of top-level numbers of a JSON object: of the columns in `texts`, and of integers
 * beyond 2^53, which a double does not hold.
 */
export function exactNumbers(json: string, row: Row, texts: readonly string[]): void {
  if (!/\d{16}/.test(json) && !texts.some((name) => typeof row[name] === 'number')) return;
  let depth = 0;
  let key: string | undefined;
  let previous = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && token === ':') key = JSON.parse(previous) as string;
    else if (depth === 1 && previous === ':' && key !== undefined && typeof row[key] === 'number') {
      const exact = /^-?\d+$/.test(token) && !Number.isSafeInteger(row[key]);
      if (exact || texts.includes(key)) row[key] = token;
    }
    previous = token;
  }
}
