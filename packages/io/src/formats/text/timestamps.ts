/** `HH:M` and `M:` of each minute of a day, as two little-endian words. */
export const minuteWords = new Int32Array(2 * 1440);

for (let minute = 0; minute < 1440; minute++) {
  const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:`;
  minuteWords.set(asWords(text), 2 * minute);
}

const slots = 1024;
const days = new Float64Array(slots).fill(Number.NaN);
const prefixes = Array.from({ length: slots }, () => new Int32Array(3));

/** `YYYY-MM-DDT` of a day since the epoch, as three words; years 0000 to 9999. */
export function dayPrefix(day: number): Int32Array {
  const slot = day & (slots - 1);
  const prefix = prefixes[slot]!;
  if (days[slot] !== day) {
    days[slot] = day;
    prefix.set(asWords(new Date(day * 86_400_000).toISOString().slice(0, 11)));
  }
  return prefix;
}

/** The ASCII characters of a text, four to a little-endian word. */
function asWords(text: string): Int32Array {
  const words = new Int32Array(Math.ceil(text.length / 4));
  for (let i = 0; i < text.length; i++) words[i >> 2]! |= text.charCodeAt(i) << (8 * (i & 3));
  return words;
}
