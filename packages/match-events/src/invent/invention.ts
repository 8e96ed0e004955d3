import type { Atlas } from './atlas';
import { atlas } from './atlas';
import type { TripWindow } from './trip';

/** What an invented population is made by. */
export interface Invention {
  readonly atlas: Atlas;
  readonly window: TripWindow;
  /** The probability that somebody left a field of the profile empty. */
  readonly missing: number;
}

interface InventionOptions {
  readonly regions: number;
  readonly travelDays: number;
  readonly missing: number;
  /** Of the events: trips begin after their window. */
  readonly start: string;
  readonly days: number;
}

const msPerDay = 86_400_000;

export function invention({ regions, travelDays, missing, start, days }: InventionOptions): Invention {
  const firstDay = Math.floor(Date.parse(start) / msPerDay) + days;
  return { atlas: atlas(regions), window: { firstDay, days: travelDays }, missing };
}

/** A field stays empty where a draw of 32 bits is below this. */
export const emptyBelow = (missing: number): number => missing * 4294967296;
