import { finite, parameter } from '../../distributions/internal/parameter';

/** The most arrivals that a window may be expected to hold: half a gigabyte of them. */
export const mostArrivals = 67108864;

/**
 * Refuses a window [from, to) that is not one, or that is expected to hold more arrivals at this rate than fit in
 * memory.
 *
 * @throws SynthError `PARAMETER_INVALID`
 */
export function checkWindow(from: number, to: number, rate: number): void {
  finite('from', from);
  parameter(Number.isFinite(to) && to >= from, 'to', to, `a finite number, ${from} (from) or more`);
  const most = from + mostArrivals / rate;
  parameter(to <= most, 'to', to, `at most ${most}: a window holds at most 2^26 expected arrivals`);
}
