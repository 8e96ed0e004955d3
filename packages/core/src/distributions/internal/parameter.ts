import type { CoreErrorCode } from '../../errors/codes';
import { SynthError } from '../../errors/synth-error';

/** Refuses a parameter unless `fits`. @throws SynthError `PARAMETER_INVALID` */
export function parameter(fits: boolean, field: string, value: unknown, allowed: string): void {
  if (fits) return;
  throw new SynthError<CoreErrorCode>({
    code: 'PARAMETER_INVALID',
    message: `${field} is ${String(value)}: it must be ${allowed}`,
    field,
    value,
    allowed,
  });
}

/** Refuses what is not a finite number. */
export const finite = (field: string, value: number): void =>
  parameter(Number.isFinite(value), field, value, 'a finite number');

/** Refuses what is not a finite number above 0. */
export const positive = (field: string, value: number): void =>
  parameter(Number.isFinite(value) && value > 0, field, value, 'a finite number above 0');

/** Refuses what is not a finite number of 0 or more. */
export const nonNegative = (field: string, value: number): void =>
  parameter(Number.isFinite(value) && value >= 0, field, value, 'a finite number, 0 or more');

/** Refuses what is not in [0, 1]. */
export const probability = (field: string, value: number): void =>
  parameter(value >= 0 && value <= 1, field, value, 'in [0, 1]');

/** Refuses what is not an integer in [low, high]. */
export const integerIn = (field: string, value: number, low: number, high: number): void =>
  parameter(
    Number.isInteger(value) && value >= low && value <= high,
    field,
    value,
    `an integer in [${low}, ${high}]`,
  );
