import type { LineBytes } from './line-bytes';
import type { RecordBreak } from './plain-records';

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/**
 * Cuts pieces of whole lines into pieces of whole records, which end with a line break outside of quotation marks: these
 * come in pairs in a record that breaks no rule, and one that breaks them is an error wherever it is cut.
 */
export class RecordCutter {
  readonly #cuttable: boolean;
  #open: Buffer[] = [];
  #line = 1;
  #quoted = false;
  #recordBreak: RecordBreak | undefined;
  #openBytes = 0;

  /** @param delimiter between fields; one that holds a quotation mark or a line break forbids to cut */
  constructor(delimiter: string) {
    this.#cuttable = !/["\r\n]/.test(delimiter);
  }

  /** The break that ends the first record and so, as csv-parse has it, all of them. */
  get recordBreak(): RecordBreak {
    return this.#recordBreak ?? '\n';
  }

  /** Of the record that goes on in the next piece. */
  get openBytes(): number {
    return this.#openBytes;
  }

  /** Finds the break that ends the first record. */
  begin({ bytes }: LineBytes): void {
    this.#recordBreak ??= firstBreak(bytes, this.#quoted);
  }

  /** The whole records of what is open and a piece, if there are any. What is left of the piece is open. */
  add({ bytes, line }: LineBytes): LineBytes | undefined {
    const { end, lines } = this.#lastEnd(bytes);
    const whole = end === 0 ? undefined : this.#taken(bytes.subarray(0, end), line);
    if (end === bytes.length) return whole;
    if (this.#openBytes === 0) this.#line = line + lines;
    this.#open.push(bytes.subarray(end));
    this.#openBytes += bytes.length - end;
    return whole;
  }

  /** What is open, a record or the beginning of one. */
  rest(): LineBytes {
    return { bytes: Buffer.concat(this.#open), line: this.#line };
  }

  #taken(bytes: Buffer, line: number): LineBytes {
    const whole =
      this.#openBytes === 0
        ? { bytes, line }
        : { bytes: Buffer.concat([...this.#open, bytes]), line: this.#line };
    this.#open = [];
    this.#openBytes = 0;
    return whole;
  }

  /** Where the last record that is whole ends, and how many lines end before. */
  #lastEnd(bytes: Buffer): { readonly end: number; readonly lines: number } {
    const cuttable = this.#cuttable && this.#recordBreak !== '\r';
    let [end, lines, passed] = [0, 0, 0];
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === quote) this.#quoted = !this.#quoted;
      else if (byte === lineFeed) {
        passed++;
        if (this.#quoted || !cuttable) continue;
        if (this.#recordBreak === '\r\n' && bytes[at - 1] !== carriageReturn) continue;
        [end, lines] = [at + 1, passed];
      }
    }
    return { end, lines };
  }
}

/** @param within whether the bytes begin within quotation marks */
function firstBreak(bytes: Buffer, within: boolean): RecordBreak | undefined {
  let quoted = within;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) quoted = !quoted;
    else if (!quoted && byte === lineFeed) return '\n';
    else if (!quoted && byte === carriageReturn) return bytes[at + 1] === lineFeed ? '\r\n' : '\r';
  }
  return undefined;
}
