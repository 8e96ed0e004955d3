import { inspect } from 'node:util';

const options = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity, sorted: false };

/** A value on one line, as a person writes it in an example. */
export const shown = (value) => inspect(value, { ...options, breakLength: Infinity, compact: true });

/** Blanks that carry no meaning. */
const squeezed = (text) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/([[({]) /g, '$1')
    .replace(/ ([\])}])/g, '$1')
    .trim();

/** Whether `text` is `pattern`, in which every `…` stands for any text. */
function fits(text, pattern) {
  const pieces = squeezed(pattern).split('…');
  const whole = squeezed(text);
  if (pieces.length === 1) return whole === pieces[0];
  const last = pieces.pop();
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = whole.indexOf(piece, at);
    if (found === -1 || (index === 0 && found !== 0)) return false;
    at = found + piece.length;
  }
  return whole.length - last.length >= at && whole.endsWith(last);
}

/**
 * Whether `outcome` is what the documentation says: in the text of `util.inspect` or of JSON, whatever the blanks;
 * `…` stands for anything, but not alone. `throws CODE` is an error of that code (or name).
 */
export function agrees(outcome, expected) {
  if (!/[^\s…]/.test(expected)) return false;
  if ('error' in outcome) return expected === textOf(outcome);
  const texts = [shown(outcome.value), JSON.stringify(outcome.value) ?? 'undefined'];
  return texts.some((text) => fits(text, expected));
}

/** What an outcome should be written as. */
export function textOf(outcome) {
  if (!('error' in outcome)) return shown(outcome.value);
  return `throws ${outcome.error?.code ?? outcome.error?.name ?? shown(outcome.error)}`;
}

/** The text that replaces `expected`, in lines of at most `width`: a `…` keeps its place. */
export function refreshed(outcome, expected, width = 90) {
  const text = textOf(outcome);
  const cut = expected.indexOf('…');
  if (cut > 0 && cut < text.length && !('error' in outcome)) return [`${text.slice(0, cut)}…`];
  if (text.length <= width || 'error' in outcome) return [text];
  return inspect(outcome.value, { ...options, breakLength: width, compact: 3 }).split('\n');
}
