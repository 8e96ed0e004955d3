/** Rows of texts as lines, each column as wide as its widest text; those of `right` end at the same place. */
export function columnLines(
  rows: readonly (readonly string[])[],
  options: { readonly gap?: string; readonly right?: ReadonlySet<number> } = {},
): readonly string[] {
  const { gap = '  ', right = new Set() } = options;
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, at) => (right.has(at) ? text.padStart(widths[at]!) : text.padEnd(widths[at]!)))
      .join(gap)
      .trimEnd(),
  );
}

/** Words in lines of at most `width` characters; a word that is longer has its own line. */
export function wrap(words: readonly string[], width: number): readonly string[] {
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
