import type { Rng } from '@synth/core';
import { exponential, nextBelow, normal } from '@synth/core';
import type { Style } from './styles';

const standard = normal({ mean: 0, sd: 1 });
const unit = exponential({ rate: 1 });

/** When somebody travels, and what for money. */
export interface Trip {
  startDay: number;
  endDay: number;
  budget: number;
}

/** Trips that begin on one of `days` days from `firstDay` on. */
export interface TripWindow {
  /** Days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
}

const longestStay = 30;

/**
 * Draws a trip: a stay of two days and an exponential number more, longer for those who cross to another continent; a
 * budget by the style's day, the stay, and age.
 */
export function drawTrip(
  rng: Rng,
  style: Style,
  { age, far }: { readonly age: number; readonly far: boolean },
  { firstDay, days }: TripWindow,
  trip: Trip,
): void {
  const stay = Math.min(longestStay, 2 + Math.floor((far ? 1.5 : 1) * style.stay * unit.draw(rng)));
  trip.startDay = firstDay + nextBelow(rng, days);
  trip.endDay = trip.startDay + stay;
  const day = style.dailyBudget * (1 + 0.012 * (age - 30)) * Math.exp(0.35 * standard.draw(rng));
  trip.budget = 500 * Math.max(1, Math.round((day * (stay + 1)) / 500));
}

/** An age of somebody of this style, in whole years from 18 to 80. */
export const drawAge = (rng: Rng, { age }: Style): number =>
  Math.max(18, Math.min(80, Math.round(age.mean + age.sd * standard.draw(rng))));
