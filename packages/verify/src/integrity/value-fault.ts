import { isoTime } from './iso-time';

/** What the manifest of a run says of a column. */
export interface DeclaredColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable?: boolean | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly values?: readonly string[] | undefined;
}

const integers: Readonly<Record<string, readonly [number, number]>> = {
  i32: [-2147483648, 2147483647],
  u32: [0, 4294967295],
};

/** Why a value does not fit its column, or undefined. CSV has texts, other formats have types; both are taken. */
export function valueFault(value: unknown, column: DeclaredColumn): 'null' | 'type' | 'range' | undefined {
  if (value === null || value === undefined || value === '')
    return column.nullable === true ? undefined : 'null';
  switch (column.type) {
    case 'f64':
    case 'f32':
    case 'i32':
    case 'u32':
      return numberFault(Number(value), column);
    case 'bool':
      return value === true || value === false || value === 'true' || value === 'false' ? undefined : 'type';
    case 'timestamp':
      return Number.isNaN(timeOf(value)) ? 'type' : undefined;
    case 'dictionary':
      if (typeof value !== 'string') return 'type';
      return column.values === undefined || column.values.includes(value) ? undefined : 'range';
    case 'string':
      return typeof value === 'string' ? undefined : 'type';
    default:
      return undefined;
  }
}

function numberFault(
  value: number,
  { type, minimum, maximum }: DeclaredColumn,
): 'type' | 'range' | undefined {
  if (!Number.isFinite(value)) return 'type';
  const bounds = integers[type];
  if (bounds !== undefined && !(Number.isInteger(value) && value >= bounds[0] && value <= bounds[1]))
    return 'type';
  return value < (minimum ?? value) || value > (maximum ?? value) ? 'range' : undefined;
}

/**
 * Milliseconds since 1970 of ISO 8601, a Date, or a number; NaN where it is none. Numbers under 10^11 are seconds (as
 * milliseconds they would lie before March 1973).
 */
export function timeOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (value === null || value === undefined || value === '') return Number.NaN;
  const time = typeof value === 'string' ? isoTime(value) : undefined;
  if (time !== undefined) return time;
  const number = Number(value);
  if (Number.isNaN(number)) return typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Math.abs(number) < 1e11 ? number * 1000 : number;
}
