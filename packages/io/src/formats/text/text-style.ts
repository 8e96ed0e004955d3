/** How a text format writes the cells of a row. */
export interface TextStyle {
  /** What stands before the value of column `index`. */
  before(name: string, index: number): string;
  readonly rowEnd: string;
  /** What a null is written as. */
  readonly null: string;
  /** What stands on both sides of a text that is all `plain`, and of a timestamp. */
  readonly textQuote: string;
  readonly timestampQuote: string;
  /** By ASCII code: 1 for a character that needs no escape in a text. */
  readonly plain: Uint8Array;
  /** Whether `text` must write this one though its characters are plain. */
  special(value: string): boolean;
  /** Any text, quoted and escaped as needed. */
  text(value: string): string;
  /** A JSON text as a cell. */
  json(text: string): string;
}

/** Whether a style writes a text as it is, between quotes: ASCII without a character to escape. */
export function isPlain(text: string, style: TextStyle): boolean {
  const { plain } = style;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127 || plain[unit] === 0) return false;
  }
  return !style.special(text);
}
