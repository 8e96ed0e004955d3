import type { Inputs, Streams } from '@synth/core';
import { streams as openStreams, SynthError } from '@synth/core';
import { presets } from '../config/presets';
import type { InteractionsConfig } from '../config/schema';
import { datasetName } from '../dataset/name';
import type { ActivityModel } from './activity';
import { activityModel } from './activity';
import type { Catalogue } from './catalogue';
import { catalogueOf, windowEnd } from './catalogue';
import type { Population } from './population';
import { populationOf } from './population';
import { lazily } from './lazily';
import { hasReserved, reservedItems } from './reserved';
import { itemWeights } from './popularity';

/** Everything that is settled before the first user acts. What takes long is worked out when it is first asked for. */
export interface World {
  readonly config: InteractionsConfig;
  readonly streams: Streams;
  readonly catalogue: Catalogue;
  readonly population: Population;
  /** The weight of each item with recency; 0 where nobody draws it. */
  readonly weights: Float64Array;
  /** How many items have a weight. */
  readonly drawable: number;
  /** Items that exactly one user takes: for each user, those items; undefined where there are none. */
  readonly reserved: ReadonlyMap<number, readonly number[]>;
  readonly activity: ActivityModel;
}

const daysPerYear = 365;

/** Recency: 1 + .3 exp(-decay x days / 365) where the age is known. */
function applyRecency(weights: Float64Array, ageDays: Float64Array | undefined, decay: number): void {
  if (ageDays === undefined) return;
  for (let item = 0; item < weights.length; item++) {
    const age = ageDays[item]!;
    if (!Number.isNaN(age))
      weights[item] = weights[item]! * (1 + 0.3 * Math.exp((-decay * Math.max(0, age)) / daysPerYear));
  }
}

/**
 * Settles a configuration and its inputs: the catalogue, the population, weights and activity.
 *
 * @throws SynthError `CONFIG_INVALID` where the options do not fit the tables; the codes of the input tables
 */
export function worldOf(config: InteractionsConfig, inputs: Inputs): World {
  const streams = openStreams({ seed: config.seed, dataset: datasetName });
  if (
    inputs['items'] !== undefined &&
    config.items !== undefined &&
    config.items !== inputs['items'].rows.length
  ) {
    throw conflict('items', config.items, `an items table of ${inputs['items'].rows.length} rows was given`);
  }
  if (
    inputs['users'] !== undefined &&
    config.users !== undefined &&
    config.users !== inputs['users'].rows.length
  ) {
    throw conflict('users', config.users, `a users table of ${inputs['users'].rows.length} rows was given`);
  }
  const catalogue = catalogueOf(config, inputs, streams);
  const population = populationOf(config, inputs, catalogue);
  const drawn = lazily(() => drawItems(config, catalogue, population, streams));
  const activity = lazily(() => activityIn(config, catalogue, drawn().drawable));
  return {
    config,
    streams,
    catalogue,
    population,
    get weights() {
      return drawn().weights;
    },
    get drawable() {
      return drawn().drawable;
    },
    get reserved() {
      return hasReserved(config) ? drawn().reserved : noReserved;
    },
    get activity() {
      return activity();
    },
  };
}

const noReserved: World['reserved'] = new Map();

/** Draws the weights of items, and the items that one user takes or nobody. */
function drawItems(
  config: InteractionsConfig,
  catalogue: Catalogue,
  population: Population,
  streams: Streams,
): Pick<World, 'weights' | 'drawable' | 'reserved'> {
  const weights = itemWeights(config.popularity, catalogue, streams);
  applyRecency(weights, catalogue.ageDays, config.temporalDecay);
  const end = windowEnd(config);
  catalogue.createdAt?.forEach((moment, item) => {
    if (moment >= end) weights[item] = 0;
  });
  const reserved = reservedItems(config, catalogue.items, population.users, weights, streams);
  let drawable = 0;
  for (let item = 0; item < weights.length; item++) if (weights[item]! > 0) drawable++;
  return { weights, drawable, reserved };
}

function activityIn(config: InteractionsConfig, catalogue: Catalogue, drawable: number): ActivityModel {
  const min = config.minUserInteractions;
  const wanted = config.maxUserInteractions ?? presets[config.preset].options.maxUserInteractions;
  const shown = `${drawable} items that can be taken`;
  if (drawable < min) {
    throw new SynthError({
      code: 'CONFIG_INVALID',
      message: `minUserInteractions is ${min} but there are ${shown}: lower it or give more items`,
      field: 'minUserInteractions',
      value: min,
      allowed: `1 to ${drawable}`,
      remedy: 'lower minUserInteractions or give more items',
    });
  }
  if (config.maxUserInteractions !== undefined && wanted > drawable) {
    throw new SynthError({
      code: 'CONFIG_INVALID',
      message: `maxUserInteractions is ${wanted} but there are ${shown}: lower it or give more items`,
      field: 'maxUserInteractions',
      value: wanted,
      allowed: `${min} to ${drawable}`,
      remedy: 'lower maxUserInteractions or give more items',
    });
  }
  const max = Math.min(wanted, drawable);
  const rate = config.interactionRate;
  if (rate === undefined) return activityModel(config.activity, { min, max });
  const [low, high] = [min / catalogue.items, max / catalogue.items];
  if (rate < low || rate > high) {
    const interval = `${rounded(low)} to ${rounded(high)}`;
    throw new SynthError({
      code: 'CONFIG_INVALID',
      message: `interactionRate is ${rate}, but with ${min} to ${max} interactions a user and ${catalogue.items} items it can be ${interval}`,
      field: 'interactionRate',
      value: rate,
      allowed: interval,
      remedy: 'choose a rate in that interval, or move minUserInteractions or maxUserInteractions',
    });
  }
  return activityModel(config.activity, { min, max }, rate * catalogue.items);
}

const rounded = (share: number): string => String(Number(share.toPrecision(4)));

const conflict = (field: string, value: number, why: string): SynthError =>
  new SynthError({
    code: 'CONFIG_INVALID',
    message: `${field} is ${value}, but ${why}: leave ${field} out`,
    field,
    value,
    allowed: `no ${field} beside a table`,
    remedy: `leave ${field} out`,
  });
