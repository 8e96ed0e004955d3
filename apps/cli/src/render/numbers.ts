const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** `2,580` */
export const countText = (count: number): string => whole.format(count);

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `96 kB`, in powers of 1,000. */
export function bytesText(bytes: number): string {
  let at = 0;
  let value = bytes;
  // 999.5 and more would be rounded to four digits.
  for (; value >= 999.5 && at < units.length - 1; at++) value /= 1000;
  if (at === 0) return `${whole.format(value)} B`;
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit: units[at],
    maximumSignificantDigits: value < 10 ? 2 : 3,
  }).format(value);
}

/** `7 s`, `1 min 20 s`, `2 h 5 min` */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${whole.format(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

/** `6.7%`, `94%` */
export const percentText = (share: number): string =>
  `${new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 }).format(share * 100)}%`;

/** `.49`, `1.53` */
export const decimalText = (value: number): string => value.toFixed(2).replace(/^(-?)0\./, '$1.');
