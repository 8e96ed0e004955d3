import type { InteractionsConfig } from '../config/schema';
import type { InteractionsModel } from '../model/model';
import type { Histories } from '../model/user-history';
import type { SplitConfig } from '../splits/split-options';
import { splitConfig } from '../splits/split-options';
import type { TimeCuts } from '../splits/user-splitter';
import { splitParts, userSplitter } from '../splits/user-splitter';
import type { Selection } from './interactions-batches';

/** Users whose times tell where a split by time cuts, at most, evenly spread over all. */
const sampledUsers = 4096;

const settled = (config: InteractionsConfig): SplitConfig | undefined =>
  config.split === null ? undefined : splitConfig.parse({ ...config.split, seed: config.seed });

/** The parts that have rows under a configuration: train, validation, test. */
export function partNames(config: InteractionsConfig): string[] {
  const split = settled(config);
  if (split === undefined) return [];
  return splitParts.filter((part) => part === 'train' || split[part] > 0);
}

/** The rows to expect of each part. */
export function expectedParts(
  config: InteractionsConfig,
  users: number,
  mean: number,
): Record<string, number> {
  const split = settled(config);
  if (split === undefined) return {};
  const rows = (size: number): number => Math.round(users * (split.by === 'last-out' ? size : size * mean));
  const [validation, test] = [rows(split.validation), rows(split.test)];
  const all = { train: Math.round(users * mean) - validation - test, validation, test };
  return Object.fromEntries(partNames(config).map((part) => [part, all[part as keyof typeof all]]));
}

/** The parts as selections of the interactions. */
export function splitSelections(model: InteractionsModel, histories: Histories): Selection[] {
  const split = settled(model.world.config);
  if (split === undefined) return [];
  const label = userSplitter(split, split.by === 'time' ? timeCuts(model, histories, split) : undefined);
  return partNames(model.world.config).map((table) => ({
    table,
    part: splitParts.findIndex((part) => part === table),
    labels: (user, times) => label(user, times.length, times),
  }));
}

/** Where the latest shares begin, from the times of some users: of all, where they are not many. */
function timeCuts(model: InteractionsModel, histories: Histories, split: SplitConfig): TimeCuts {
  const { users } = model.world.population;
  const sampled = Math.min(users, sampledUsers);
  const moments: number[] = [];
  for (let k = 0; k < sampled; k++) {
    const { times, count } = histories.of(Math.floor(((k + 0.5) * users) / sampled));
    for (let i = 0; i < count; i++) moments.push(times[i]!);
  }
  const sorted = Float64Array.from(moments).sort();
  const from = (share: number): number =>
    sorted[Math.round(sorted.length * (1 - share))] ?? Number.POSITIVE_INFINITY;
  return { testFrom: from(split.test), validationFrom: from(split.test + split.validation) };
}
