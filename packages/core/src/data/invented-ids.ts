/**
 * Ids of invented entities: a letter and a zero-padded index, the width fixed by the count, at least 7 digits.
 *
 * @example
 * ```ts
 * inventedIds('u', 1000)(17); // => 'u0000017'
 * ```
 */
export function inventedIds(letter: string, count: number): (index: number) => string {
  const width = Math.max(7, String(Math.max(0, count - 1)).length);
  // Ids are asked for in order: those of a thousand neighbours differ in three digits.
  let thousands = -1;
  let head = '';
  return (index) => {
    const own = Math.floor(index / 1000);
    if (own !== thousands) {
      thousands = own;
      head = letter + String(own).padStart(width - 3, '0');
    }
    return head + threeDigits[index - 1000 * own]!;
  };
}

const threeDigits = /* @__PURE__ */ Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, '0'));
