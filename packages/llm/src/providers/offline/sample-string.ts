import { nextBelow } from '@synth/core';
import type { JsonSchema, Rng } from '@synth/core';
import { unsupported } from './unsupported';

const words = [
  ...[
    'amber',
    'basket',
    'cotton',
    'daylight',
    'evening',
    'flannel',
    'garden',
    'harbour',
    'island',
    'journey',
  ],
  ...['kettle', 'lantern', 'meadow', 'needle', 'orchard', 'paper', 'quiet', 'river', 'summer', 'timber'],
  ...['umbrella', 'velvet', 'window', 'yellow', 'zipper', 'anchor', 'bridge', 'candle', 'draught', 'ember'],
] as const;

const word = (rng: Rng): string => words[nextBelow(rng, words.length)]!;

const hex = (rng: Rng, digits: number): string =>
  Array.from({ length: digits }, () => nextBelow(rng, 16).toString(16)).join('');

const digits = (rng: Rng, below: number, width: number): string =>
  String(1 + nextBelow(rng, below)).padStart(width, '0');

const date = (rng: Rng): string => `2024-${digits(rng, 12, 2)}-${digits(rng, 28, 2)}`;
const time = (rng: Rng): string => `${digits(rng, 23, 2)}:${digits(rng, 59, 2)}:${digits(rng, 59, 2)}Z`;

const formats: Readonly<Record<string, (rng: Rng) => string>> = {
  date,
  time,
  'date-time': (rng) => `${date(rng)}T${time(rng)}`,
  email: (rng) => `${word(rng)}.${word(rng)}@example.com`,
  uri: (rng) => `https://example.com/${word(rng)}`,
  uuid: (rng) => `${hex(rng, 8)}-${hex(rng, 4)}-4${hex(rng, 3)}-8${hex(rng, 3)}-${hex(rng, 12)}`,
};

/**
 * A text that fits a schema of strings and shows where it is from: `offline lantern paper`.
 *
 * @throws SynthError `SCHEMA_UNSUPPORTED` for a pattern, or a format that is not one of the usual
 */
export function sampleString(rng: Rng, schema: JsonSchema): string {
  const {
    format,
    pattern,
    minLength = 0,
    maxLength = Number.POSITIVE_INFINITY,
  } = schema as {
    format?: string;
    pattern?: string;
    minLength?: number;
    maxLength?: number;
  };
  if (format !== undefined) {
    const make = formats[format];
    if (make === undefined) throw unsupported(`a text of format ${format}`);
    return make(rng);
  }
  if (pattern !== undefined) throw unsupported(`a text of pattern ${pattern}`);
  let text = 'offline';
  for (let i = 2 + nextBelow(rng, 3); i > 0 || text.length < minLength; i--) text += ` ${word(rng)}`;
  return text.slice(0, maxLength).trimEnd().padEnd(Math.min(minLength, maxLength), 'x');
}
