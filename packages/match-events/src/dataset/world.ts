import type { Inputs } from '@synth/core';
import { streams as openStreams } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import type { MatchType } from '../features/feature-names';
import { matchTypes } from '../features/feature-names';
import type { Access } from '../pairs/access';
import { accessOf } from '../pairs/access';
import type { Quotas } from '../pairs/quotas';
import { quotasOf } from '../pairs/quotas';
import type { Supply } from '../pairs/supply';
import type { People } from '../people/people';
import { peopleOf } from '../people/people';
import { datasetName } from './name';

/** What a configuration and its tables settle before any event is made. */
export interface World {
  readonly config: MatchConfig;
  readonly people: People;
  readonly quotas: Quotas;
  /** By kind of event, for the kinds that are made. */
  readonly kinds: readonly {
    readonly matchType: MatchType;
    readonly access: Access;
    readonly supply: Supply;
  }[];
}

/** Tables, plan, model and summary ask for the same world: settled once for a configuration and its inputs. */
const worlds = new WeakMap<MatchConfig, WeakMap<Inputs, World>>();

/** @throws SynthError `EVENTS_IMPOSSIBLE`, `EVENTS_TOO_MANY`, and what the tables are refused for */
export function settledWorld(config: MatchConfig, inputs: Inputs): World {
  let byInputs = worlds.get(config);
  if (byInputs === undefined) worlds.set(config, (byInputs = new WeakMap()));
  let world = byInputs.get(inputs);
  if (world === undefined) byInputs.set(inputs, (world = settle(config, inputs)));
  return world;
}

function settle(config: MatchConfig, inputs: Inputs): World {
  const streams = openStreams({ seed: config.seed, dataset: datasetName });
  const people = peopleOf(config, inputs, streams);
  const quotas = quotasOf(config, people);
  const kinds = matchTypes
    .filter((matchType) => quotas.of(matchType) > 0)
    .map((matchType) => ({ matchType, ...accessOf(config, people, quotas, matchType, streams) }));
  return { config, people, quotas, kinds };
}
