/** One place where two descriptions differ. */
export interface Difference {
  /** `config.users` */
  readonly path: string;
  readonly before: unknown;
  readonly now: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where two JSON values differ, by the path of the smallest object that holds the difference. */
export function differences(before: unknown, now: unknown, path = ''): readonly Difference[] {
  if (isObject(before) && isObject(now)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...keys].flatMap((key) =>
      differences(before[key], now[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return JSON.stringify(before) === JSON.stringify(now) ? [] : [{ path, before, now }];
}

/** `config.users was 10 and is 20` */
export const differenceText = ({ path, before, now }: Difference): string =>
  `${path} was ${shown(before)} and is ${shown(now)}`;

function shown(value: unknown): string {
  if (value === undefined) return 'not set';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
