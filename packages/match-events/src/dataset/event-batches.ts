import type { Batch, Block, Streams } from '@synth/core';
import { blockEntities, isWanted, shuffle, SynthError } from '@synth/core';
import type { MatchErrorCode } from '../errors';
import type { MatchType } from '../features/feature-names';
import { featureCount, matchTypes } from '../features/feature-names';
import { outcomes } from '../outcomes/outcome-model';
import type { EventColumns, EventIds } from './event-columns';
import { eventsBatch, newEventColumns, truthEventsBatch } from './event-columns';
import type { EventSource, MatchModel } from './model';

const [accept, chat, ignore, unmatch] = outcomes.keys() as unknown as [number, number, number, number];

/**
 * The events of a range of places of the run. Kinds are mixed within a block by a shuffle; times ascend over the whole
 * run, each drawn within its share of the window's activity.
 */
export function* eventBatches(model: MatchModel, block: Block, streams: Streams): Generator<Batch> {
  const { preset, ids, truth } = model.world.config;
  for (let start = block.start; start < block.end;) {
    const index = Math.floor(start / blockEntities);
    const end = Math.min(block.end, (index + 1) * blockEntities);
    const columns = makeEvents(model, index, start, end, streams);
    const names = eventIds(model, columns);
    if (isWanted(block, 'match_events_synthetic'))
      yield eventsBatch(columns, preset, ids ? names : undefined);
    if (truth && isWanted(block, 'truth_events')) yield truthEventsBatch(columns, start, names);
    start = end;
  }
}

/** Makes the events [start, end) of a block: all before them in the block are passed over. */
function makeEvents(
  model: MatchModel,
  block: number,
  start: number,
  end: number,
  streams: Streams,
): EventColumns {
  const { config, quotas } = model.world;
  const first = block * blockEntities;
  const rng = streams.stream('events').at(block);
  const kinds = shuffle(rng, kindsOfBlock(model, block));
  // No lists of the kinds: those of two blocks may differ in how the engine holds them, and the loop is compiled anew.
  const sourceOf = (matchType: MatchType): EventSource | undefined =>
    quotas.of(matchType) === 0 ? undefined : model.source(matchType);
  const [solo, group] = [sourceOf('user_user'), sourceOf('user_group')];
  const [soloWalk, groupWalk] = [solo?.walk(block), group?.walk(block)];
  const columns = newEventColumns(end - start);
  for (let event = first; event < end; event++) {
    const kind = kinds[event - first]!;
    const { market, luck } = (kind === 0 ? solo : group)!;
    const walk = (kind === 0 ? soloWalk : groupWalk)!;
    const moment = (event + rng.nextF64()) / quotas.count;
    if (!walk.next()) throw ranShort(model);
    if (event < start) continue;
    const row = event - start;
    const { seeker, other } = walk.pair;
    const { filter, outcome } = market;
    const probability = outcome.probability(seeker, other, filter.features);
    luck.draw(seeker, other);
    const accepted = luck.accept < probability;
    const turned = luck.turn < (accepted ? config.chatShare : config.unmatchShare);
    columns.matchType[row] = kind;
    columns.outcome[row] = accepted ? (turned ? chat : accept) : turned ? unmatch : ignore;
    columns.label[row] = accepted ? 1 : 0;
    columns.time[row] = model.when.at(moment);
    for (let i = 0; i < featureCount; i++) columns.features[i]![row] = filter.features[i]!;
    columns.missing[row] = filter.missing;
    columns.seeker[row] = seeker;
    columns.other[row] = other;
    columns.score[row] = filter.score;
    columns.probability[row] = probability;
  }
  return columns;
}

/** The kinds of a block's events, solo first. */
function kindsOfBlock({ world: { quotas } }: MatchModel, block: number): Uint8Array {
  const [solo, group] = matchTypes.map(
    (matchType) => quotas.before(matchType, block + 1) - quotas.before(matchType, block),
  );
  return new Uint8Array(solo! + group!).fill(1, solo);
}

function eventIds(model: MatchModel, { matchType, seeker, other }: EventColumns): EventIds {
  return {
    seekerOf: (row) => model.travellers.idOf(seeker[row]!),
    otherOf: (row) => (matchType[row] === 0 ? model.travellers : model.groups).idOf(other[row]!),
  };
}

/** What the settling of the run is there to rule out. */
const ranShort = ({ world }: MatchModel): SynthError<MatchErrorCode> =>
  new SynthError({
    code: 'EVENTS_TOO_MANY',
    message: `${world.config.count} events are more than the pairs that pass preset ${world.config.preset}`,
    field: 'count',
    value: world.config.count,
    remedy: 'ask for fewer, take a looser preset, or more people',
  });
