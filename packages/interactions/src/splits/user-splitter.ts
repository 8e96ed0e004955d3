import type { Rng } from '@synth/core';
import { nextBelow, streams, SynthError } from '@synth/core';
import type { InteractionsErrorCode } from '../errors';
import type { SplitConfig, SplitOptions } from './split-options';
import { splitConfig } from './split-options';

/** The parts of a split; a label is an index of this list. */
export const splitParts = ['train', 'validation', 'test'] as const;

/** The moments from which on interactions belong to a part, in milliseconds since 1970. */
export interface TimeCuts {
  readonly validationFrom: number;
  readonly testFrom: number;
}

/**
 * Labels the interactions of one user: 0 training, 1 validation, 2 test, in the order given.
 *
 * @param user the user's index
 * @param count how many interactions the user has
 * @param times their moments; not needed by `random`
 */
export type UserSplitter = (user: number, count: number, times?: ArrayLike<number>) => Uint8Array;

/**
 * A split that is made user by user: what a label is depends on the seed, the user's index and the user's own
 * interactions alone, so that it can be made block by block.
 *
 * @param options see `split`
 * @param cuts where `time` cuts; needed by it only
 * @throws SynthError `CONFIG_INVALID`; the splitter `SPLIT_TIMES_MISSING` without times or, for `time`, cuts
 * @example
 * ```ts
 * const lastOut = userSplitter({ by: 'last-out', validation: 1 });
 * Array.from(lastOut(0, 4, [30, 10, 40, 20])); // => [1, 0, 2, 0]
 * ```
 */
export function userSplitter(options: SplitOptions, cuts?: TimeCuts): UserSplitter {
  const config = splitConfig.parse(options);
  const { by } = config;
  const stream = streams({ seed: config.seed, dataset: 'split' }).stream(by);
  let rng: Rng | undefined;

  return (user, count, times) => {
    if (by !== 'random' && times === undefined) throw timesMissing(by);
    const labels = new Uint8Array(count);
    if (by === 'time') {
      if (cuts === undefined) throw timesMissing(by);
      const { validationFrom, testFrom } = cuts;
      for (let k = 0; k < count; k++)
        labels[k] = times![k]! >= testFrom ? 2 : times![k]! >= validationFrom ? 1 : 0;
      return labels;
    }
    if (count < config.minInteractions) return labels;
    rng = stream.at(user, rng);
    const order = randomOrder(count, rng);
    // The sort is stable: interactions of one instant stay in random order.
    if (by === 'last-out') order.sort((a, b) => times![a]! - times![b]!);
    const [test, validation] = partSizes(count, config);
    const firstTest = count - test;
    for (let k = Math.max(0, firstTest - validation); k < count; k++)
      labels[order[k]!] = k < firstTest ? 1 : 2;
    return labels;
  };
}

/** 0 .. count - 1 in random order (inside-out shuffle). */
function randomOrder(count: number, rng: Rng): number[] {
  const order: number[] = [];
  for (let k = 0; k < count; k++) {
    const at = nextBelow(rng, k + 1);
    if (at < k) order.push(order[at]!);
    order[at] = k;
  }
  return order;
}

function partSizes(count: number, { by, test, validation }: SplitConfig): [test: number, validation: number] {
  if (by === 'last-out') {
    const last = Math.min(test, count - 1);
    return [last, Math.min(validation, count - 1 - last)];
  }
  const size = (share: number) => (share === 0 ? 0 : Math.max(1, Math.round(share * count)));
  const held = Math.min(size(test), count - 1);
  return [held, Math.min(size(validation), count - 1 - held)];
}

function timesMissing(by: SplitConfig['by']): SynthError<InteractionsErrorCode> {
  return new SynthError({
    code: 'SPLIT_TIMES_MISSING',
    message: `a split by ${by} needs timestamps, and these interactions have none`,
    field: 'by',
    value: by,
    allowed: 'random',
    remedy: "give each interaction a timestamp, or split by 'random'",
  });
}
