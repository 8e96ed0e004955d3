import type { RecordBreak } from './plain-records';

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/** The line break that ends the first record and so, as csv-parse has it, all of them; undefined where there is none. */
export function firstBreak(bytes: Uint8Array): RecordBreak | undefined {
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) quoted = !quoted;
    else if (!quoted && byte === lineFeed) return '\n';
    else if (!quoted && byte === carriageReturn) return bytes[at + 1] === lineFeed ? '\r\n' : '\r';
  }
  return undefined;
}

/** Where bytes can be cut. */
export interface RecordEnd {
  /** After the last whole record; 0 where none ends. */
  readonly end: number;
  /** Whether the bytes end within quotation marks. */
  readonly quoted: boolean;
}

/**
 * Where the last whole record ends: after a break outside of quotation marks. Marks come in pairs in a record that breaks no
 * rule, and one that breaks them is an error wherever it is cut.
 *
 * @param quoted whether the bytes begin within quotation marks
 */
export function lastRecordEnd(bytes: Uint8Array, recordBreak: RecordBreak, quoted: boolean): RecordEnd {
  const last = recordBreak === '\r' ? carriageReturn : lineFeed;
  let within = quoted;
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) within = !within;
    else if (byte === last && !within && (recordBreak !== '\r\n' || bytes[at - 1] === carriageReturn))
      end = at + 1;
  }
  return { end, quoted: within };
}
