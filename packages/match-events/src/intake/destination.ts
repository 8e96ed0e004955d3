import type { Row } from '@synth/core';
import { folded, jsonOf, numberField, textField, valueOf } from './fields';

/** Where somebody travels, as far as it is known. */
export interface Destination {
  readonly name?: string;
  /** Degrees; both or none. */
  readonly latitude?: number;
  readonly longitude?: number;
}

/**
 * The destination of a row: an object { name, lat, lon } or its JSON in `destination`, or its name there and the
 * coordinates in columns of their own.
 */
export function destinationOf(row: Row): Destination {
  const value = valueOf(row, ['destination']);
  const object = typeof value === 'string' && value.trim().startsWith('{') ? jsonOf(value) : value;
  const source = typeof object === 'object' && object !== null ? (object as Row) : row;
  const name =
    source === row ? textField(row, ['destination']) : textField(source, ['name', 'city', 'destination']);
  const latitude = numberField(valueOf(source, ['lat', 'latitude']));
  const longitude = numberField(valueOf(source, ['lon', 'lng', 'longitude']));
  const known = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return { ...(name === undefined ? {} : { name }), ...(known ? { latitude, longitude } : {}) };
}

/** Coordinates by the names under which others gave them. */
export class Gazetteer {
  readonly #known = new Map<string, Destination>();

  learn(destination: Destination): void {
    const { name, latitude } = destination;
    if (name === undefined || latitude === undefined) return;
    if (!this.#known.has(folded(name))) this.#known.set(folded(name), destination);
  }

  /** The destination with coordinates, where it or somebody else has them. */
  resolve(destination: Destination): Destination {
    const { name, latitude } = destination;
    if (latitude !== undefined || name === undefined) return destination;
    return this.#known.get(folded(name)) ?? destination;
  }
}
