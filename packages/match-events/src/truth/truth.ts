import { nearestName, SynthError } from '@synth/core';
import type { EventSource, MatchModel } from '../dataset/model';
import type { MatchErrorCode } from '../errors';
import type { FeatureName } from '../features/feature-names';
import { featureCount, featureNames } from '../features/feature-names';
import type { Profiles } from '../people/profiles';

/** What the generator planted, recomputed for any pair, whether an event shows it or not. */
export interface Truth {
  /** The probability that the seeker accepts the other, a traveller or a group. */
  probability(seekerId: string, targetId: string): number;
  /** Whether the seeker accepts when shown the other: what the event says, where there is one. */
  accepts(seekerId: string, targetId: string): boolean;
  /** The eight features of the pair. */
  features(seekerId: string, targetId: string): Readonly<Record<FeatureName, number>>;
}

/** A pair, found. */
interface Found {
  readonly source: EventSource;
  readonly seeker: number;
  readonly other: number;
}

/** @throws SynthError `ID_UNKNOWN`, from the members */
export function truthOf(model: MatchModel): Truth {
  const travellerOf = lookup('traveller', model.travellers);
  const groupOf = lookup('group', model.groups);
  const features = new Float64Array(featureCount);
  const find = (seekerId: string, targetId: string): Found => {
    const group = groupOf.find(targetId);
    const source = model.source(group === undefined ? 'user_user' : 'user_group');
    return { source, seeker: travellerOf.get(seekerId), other: group ?? travellerOf.get(targetId) };
  };
  const probability = ({ source: { market }, seeker, other }: Found): number => {
    market.rules.write(seeker, other, features);
    return market.outcome.probability(seeker, other, features);
  };
  return {
    probability: (seekerId, targetId) => probability(find(seekerId, targetId)),
    accepts(seekerId, targetId) {
      const found = find(seekerId, targetId);
      found.source.luck.draw(found.seeker, found.other);
      return found.source.luck.accept < probability(found);
    },
    features(seekerId, targetId) {
      const { source, seeker, other } = find(seekerId, targetId);
      source.market.rules.write(seeker, other, features);
      const named = featureNames.map((name, i) => [name, features[i]!]);
      return Object.fromEntries(named) as Record<FeatureName, number>;
    },
  };
}

interface Lookup {
  find(id: string): number | undefined;
  /** @throws SynthError `ID_UNKNOWN` with the nearest id */
  get(id: string): number;
}

function lookup(what: string, { size, idOf }: Profiles): Lookup {
  let index: Map<string, number> | undefined;
  const rows = (): Map<string, number> =>
    (index ??= new Map(Array.from({ length: size }, (_, row) => [idOf(row), row])));
  return {
    find: (id) => rows().get(id),
    get(id) {
      const row = rows().get(id);
      if (row !== undefined) return row;
      const near = size <= 100_000 ? nearestName(id, rows().keys()) : undefined;
      throw new SynthError<MatchErrorCode>({
        code: 'ID_UNKNOWN',
        message: `no ${what} ${id}${near === undefined ? '' : `: did you mean ${near}?`}`,
        field: `${what}Id`,
        value: id,
        allowed: `an id of the ${what}s`,
      });
    },
  };
}
