import type { Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { evaluate, itemKnn, randomHoldout } from '@synth/interactions/evaluate';
import type { LeftOut } from '../learnability/models-for';
import { ease, easeMaxItems } from '../recommenders/ease';

/** What tuning a recommender on generated data is worth on a reference. */
export interface Transfer {
  readonly name: 'ItemKNN' | 'EASE';
  /** The hyper-parameters chosen on generated data, and on the reference. */
  readonly tunedOn: { readonly generated: string; readonly reference: string };
  /** NDCG@10 on the reference with each; null where nobody could be judged. */
  readonly ndcg: { readonly generated: number | null; readonly reference: number | null };
  /** The share of NDCG lost by tuning on generated data, 0 where none is. */
  readonly loss: number | null;
}

/** A setting of a recommender to try. */
interface Candidate {
  readonly text: string;
  readonly recommender: Recommender;
}

const candidates: Readonly<Record<Transfer['name'], readonly Candidate[]>> = {
  ItemKNN: [20, 100, 500].flatMap((k) =>
    [0, 10, 100].map((shrink) => ({
      text: `k ${k}, shrink ${shrink}`,
      recommender: itemKnn({ k, shrink }),
    })),
  ),
  EASE: [10, 100, 1000, 10_000].map((lambda) => ({
    text: `lambda ${lambda}`,
    recommender: ease({ lambda }),
  })),
};

/** Under so many users, one holdout is mostly luck: NDCGs are means over several. */
const fewUsers = 500;
const repeats = 3;

/** Options of {@link hyperParameterTransfer}. */
export interface TransferOptions {
  /** @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Judge by at most so many users, a seeded sample. @defaultValue all */
  readonly maxUsers?: number;
}

/**
 * Trains on synthetic, tests on real (TSTR, P20), of hyper-parameters: ItemKNN (k 20, 100, 500; shrink 0, 10, 100) and
 * EASE (lambda 10, 100, 1,000, 10,000) are tuned by NDCG@10 on a random fifth held out, once on generated data and once on
 * the training part of the reference; both settings are then fitted to that training part and judged by the part of the
 * reference that neither has seen. `loss` is 1 - NDCG(tuned on generated) / NDCG(tuned on reference), at least 0.
 *
 * @param generated without empty rows and columns; of as many users and items as the reference
 */
export function hyperParameterTransfer(
  generated: InteractionMatrix,
  reference: InteractionMatrix,
  options: TransferOptions = {},
): { readonly transfers: readonly Transfer[]; readonly leftOut: readonly LeftOut[] } {
  const items = Math.max(generated.cols, reference.cols);
  const fits = items <= easeMaxItems;
  const names = fits ? (['ItemKNN', 'EASE'] as const) : (['ItemKNN'] as const);
  return {
    transfers: names.map((name) => transferOf(name, generated, reference, options)),
    leftOut: fits ? [] : [{ name: 'EASE, tuned', why: `more than ${easeMaxItems} items` }],
  };
}

function transferOf(
  name: Transfer['name'],
  generated: InteractionMatrix,
  reference: InteractionMatrix,
  options: TransferOptions,
): Transfer {
  const { seed = defaultSeed } = options;
  const ours = best(candidates[name], [generated], options);
  const outer = seedsFor(reference, seed).map((one) => ({
    seed: one,
    heldOut: randomHoldout()(reference, { seed: one }),
  }));
  const theirs = best(
    candidates[name],
    outer.map(({ heldOut }) => heldOut.train),
    { ...options, seed: `${seed}/tuning` },
  );
  const sums = [0, 0];
  for (const { seed: one, heldOut } of outer) {
    const { scores } = evaluate({
      matrix: reference,
      recommenders: [ours.recommender, theirs.recommender],
      holdout: () => heldOut,
      seed: one,
      ...(options.maxUsers === undefined ? {} : { maxUsers: options.maxUsers }),
    });
    scores.forEach(({ ndcg }, at) => (sums[at]! += ndcg / outer.length));
  }
  const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    name,
    tunedOn: { generated: ours.text, reference: theirs.text },
    ndcg: { generated: orNull(sums[0]!), reference: orNull(sums[1]!) },
    loss: sums[1]! > 0 ? orNull(Math.max(0, 1 - sums[0]! / sums[1]!)) : null,
  };
}

const seedsFor = ({ rows }: InteractionMatrix, seed: Seed): Seed[] =>
  Array.from({ length: rows < fewUsers ? repeats : 1 }, (_, time) => (time === 0 ? seed : `${seed}/${time}`));

/** The candidate with the highest mean NDCG; of equal ones the first. */
function best(
  tried: readonly Candidate[],
  matrices: readonly InteractionMatrix[],
  { seed = defaultSeed, maxUsers }: TransferOptions,
): Candidate {
  const sums = tried.map(() => 0);
  for (const matrix of matrices) {
    for (const one of matrices.length === 1 ? seedsFor(matrix, seed) : [seed]) {
      const { scores } = evaluate({
        matrix,
        recommenders: tried.map(({ recommender }) => recommender),
        seed: one,
        ...(maxUsers === undefined ? {} : { maxUsers }),
      });
      scores.forEach(({ ndcg }, at) => (sums[at]! += ndcg));
    }
  }
  return tried[sums.reduce((top, sum, at) => (sum > sums[top]! ? at : top), 0)]!;
}
