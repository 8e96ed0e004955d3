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
  /**
   * By kind of event, for the kinds that are made; found out at the first look.
   *
   * @throws SynthError `EVENTS_TOO_MANY`
   */
  readonly kinds: readonly {
    readonly matchType: MatchType;
    readonly access: Access;
    readonly supply: Supply;
  }[];
}

/** Tables, plan, model and summary ask for the same world: made once for a configuration and its inputs. */
const worlds = new WeakMap<MatchConfig, WeakMap<Inputs, World>>();

/**
 * The world of a configuration; whether there are the pairs is not looked at yet.
 *
 * @throws SynthError what the tables are refused for, and `EVENTS_IMPOSSIBLE`
 */
export function worldOf(config: MatchConfig, inputs: Inputs): World {
  let byInputs = worlds.get(config);
  if (byInputs === undefined) worlds.set(config, (byInputs = new WeakMap()));
  let world = byInputs.get(inputs);
  if (world === undefined) byInputs.set(inputs, (world = settle(config, inputs)));
  return world;
}

/**
 * A world in which there are the pairs.
 *
 * @throws SynthError as {@link worldOf}, and `EVENTS_TOO_MANY`
 */
export function settledWorld(config: MatchConfig, inputs: Inputs): World {
  const world = worldOf(config, inputs);
  // A look at the kinds refuses what there is not.
  void world.kinds;
  return world;
}

function settle(config: MatchConfig, inputs: Inputs): World {
  const streams = openStreams({ seed: config.seed, dataset: datasetName });
  const people = peopleOf(config, inputs, streams);
  const quotas = quotasOf(config, people);
  let kinds: World['kinds'] | undefined;
  return {
    config,
    people,
    quotas,
    get kinds() {
      return (kinds ??= matchTypes
        .filter((matchType) => quotas.of(matchType) > 0)
        .map((matchType) => ({ matchType, ...accessOf(config, people, quotas, matchType, streams) })));
    },
  };
}

/** How blocks come to the pairs of each kind that is made. */
export const accessOfKinds = ({ kinds }: World): Record<string, Access> =>
  Object.fromEntries(kinds.map(({ matchType, access }) => [matchType, access]));
