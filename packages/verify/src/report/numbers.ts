const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A whole number with separators: `12,345`. */
export const countText = (value: number): string => whole.format(value);

/** Three significant digits; a dash for what was not measured. */
export const valueText = (value: number | null): string => {
  if (value === null || !Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1000 ? countText(value) : String(Number(value.toPrecision(3)));
};

/** A share as a percentage: `42.7%`, `0.3%`. */
export const shareText = (share: number): string => `${valueText(100 * share)}%`;
