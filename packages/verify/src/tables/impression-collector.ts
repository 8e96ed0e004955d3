import { countCheck } from '../integrity/check';
import { Wrong } from '../integrity/wrong';
import type { PositionCurve } from '../realism/position-figures';
import {
  fewestClicks,
  fewestRanks,
  lookedAt,
  positionCurve,
  RunningSlope,
} from '../realism/position-figures';
import { RankChance } from '../realism/rank-chance';
import { flagIn, idIn, isBlank, listIn, numberIn } from './cell-values';
import type { Cells, CollectorOptions, TableCollector, TableFindings } from './table-findings';
import { notMeasured } from './table-findings';

/** Policies that put things at ranks by chance. */
const random = /^(random|uniform|rand)(_?(policy|bucket|ranking))?$/i;

/** Policies beyond so many are counted together. */
const mostPolicies = 1000;

/** Under so many rows a policy's rate of clicks is mostly luck. */
const fewestShown = 1000;

/** What was shown at the ranks 0 to 10, and clicked; ranks may begin at 0 or 1. */
class RankTally {
  readonly shown = new Float64Array(lookedAt.length + 1);
  readonly clicked = new Float64Array(lookedAt.length + 1);
  readonly slope = new RunningSlope();
  rows = 0;
  clicks = 0;

  add(rank: number, clicked: boolean, purchased: boolean | undefined): void {
    this.rows++;
    if (clicked) {
      this.clicks++;
      if (purchased !== undefined) this.slope.add(rank, Number(purchased));
    }
    if (rank >= this.shown.length) return;
    this.shown[rank]!++;
    if (clicked) this.clicked[rank]!++;
  }
}

/** What was shown where, clicked and bought: the curve of positions, purchases by rank, policies (T18, T19, T21). */
export class ImpressionCollector implements TableCollector {
  readonly #options: CollectorOptions;
  readonly #all = new RankTally();
  readonly #random = new RankTally();
  readonly #policies = new Map<string, { rows: number; clicks: number }>();
  readonly #chance: RankChance;
  readonly #wrongRanks = new Wrong();
  readonly #wrongClicks = new Wrong();
  readonly #wrongPurchases = new Wrong();
  #rows = 0;
  #fromZero = false;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#chance = new RankChance(options.seed);
  }

  add(cells: Cells, where: () => string): void {
    this.#rows++;
    const policy = this.#policyIn(cells);
    const list = idIn(cells('list')) ?? idIn(cells('session'));
    if (this.#options.has('ranking')) {
      this.#addRanking(cells, policy, where);
      return;
    }
    const rank = numberIn(cells('position'));
    const clicked = flagIn(cells('clicked'));
    const bought = cells('purchased');
    const purchased = this.#options.has('purchased') && !isBlank(bought) ? flagIn(bought) : undefined;
    if (!Number.isInteger(rank) || rank < 0) this.#wrongRanks.at(where());
    else if (clicked === undefined) this.#wrongClicks.at(where());
    else {
      if (!isBlank(bought) && this.#options.has('purchased') && purchased === undefined)
        this.#wrongPurchases.at(where());
      this.#shown(policy, rank, clicked, purchased);
      const item = idIn(cells('item'));
      if (item !== undefined) this.#chance.add(list, item, rank);
    }
  }

  /** By the name of a policy, or by a flag of random ones. */
  #policyIn(cells: Cells): string | undefined {
    const policy = idIn(cells('policy'));
    if (policy !== undefined || !this.#options.has('random')) return policy;
    return flagIn(cells('random')) === true ? 'random' : 'other';
  }

  /** A list of a search log: what stood at which rank, and which ranks were clicked and bought. */
  #addRanking(cells: Cells, policy: string | undefined, where: () => string): void {
    const ranking = listIn(cells('ranking'));
    if (ranking === undefined) {
      this.#wrongRanks.at(where());
      return;
    }
    const ranksOf = (role: 'clickedRanks' | 'purchasedRanks'): ReadonlySet<number> =>
      new Set((listIn(cells(role)) ?? []).map(Number));
    const [clicked, purchased] = [ranksOf('clickedRanks'), ranksOf('purchasedRanks')];
    ranking.forEach((item, at) => {
      this.#shown(policy, at + 1, clicked.has(at + 1), purchased.has(at + 1));
      this.#chance.add(`${this.#rows}`, String(item), at + 1);
    });
  }

  #shown(policy: string | undefined, rank: number, clicked: boolean, purchased: boolean | undefined): void {
    if (rank === 0) this.#fromZero = true;
    this.#all.add(rank, clicked, purchased);
    if (policy === undefined) return;
    if (random.test(policy)) this.#random.add(rank, clicked, purchased);
    const name = this.#policies.size < mostPolicies ? policy : '';
    const one = this.#policies.get(policy) ?? this.#policies.get(name) ?? { rows: 0, clicks: 0 };
    if (one.rows === 0) this.#policies.set(name, one);
    one.rows++;
    if (clicked) one.clicks++;
  }

  finish(): TableFindings {
    const hasRandom = this.#random.rows > 0;
    const used = hasRandom ? this.#random : this.#all;
    const chance = this.#chance.finish();
    const isChance = hasRandom || (chance !== undefined && !chance.follows);
    const curve = isChance ? positionCurve(this.#ranksOf(used)) : undefined;
    const { slope, error } =
      used.slope.rows < fewestClicks ? { slope: Number.NaN, error: Number.NaN } : used.slope.finish();
    const rates = this.#rates();
    const bought = this.#options.has('purchased') || this.#options.has('purchasedRanks');
    return {
      kind: 'impressions',
      rows: this.#rows,
      figures: {
        examError: curve?.error ?? Number.NaN,
        examEta: curve?.eta ?? Number.NaN,
        ...(bought ? { clickToBuySlope: slope } : {}),
        ...rates.figures,
      },
      errors: {
        examError: curve?.errorError ?? Number.NaN,
        examEta: curve?.etaError ?? Number.NaN,
        clickToBuySlope: error,
        ...rates.errors,
      },
      unbanded: isChance ? [] : ['clickToBuySlope'],
      checks: [
        countCheck('impressions: ranks', this.#wrongRanks, {
          right: 'all are whole numbers from 0 on',
          wrong: 'are no whole numbers from 0 on',
        }),
        countCheck('impressions: clicks', this.#wrongClicks, {
          right: 'all are yes or no',
          wrong: 'are neither yes nor no',
        }),
        ...(bought
          ? [
              countCheck('impressions: purchases', this.#wrongPurchases, {
                right: 'all are yes or no',
                wrong: 'are neither yes nor no',
              }),
            ]
          : []),
        ...this.#unmeasured(isChance, chance, curve, bought && Number.isNaN(slope), used),
      ],
      pictures:
        curve === undefined
          ? []
          : [{ kind: 'positions', ranks: curve.ranks, eta: Number.isFinite(curve.eta) ? curve.eta : null }],
    };
  }

  #ranksOf({ shown, clicked }: RankTally): Parameters<typeof positionCurve>[0] {
    const from = this.#fromZero ? 0 : 1;
    return {
      shown: shown.subarray(from, from + lookedAt.length),
      clicked: clicked.subarray(from, from + lookedAt.length),
    };
  }

  /** Clicks of the random policy, and of the best of the others by it; errors by the delta method. */
  #rates(): Pick<TableFindings, 'figures' | 'errors'> {
    if (!this.#hasPolicies()) return { figures: {}, errors: {} };
    const rateOf = ({ rows, clicks }: { rows: number; clicks: number }) =>
      rows < fewestShown || clicks === 0
        ? { rate: Number.NaN, variance: Number.NaN }
        : { rate: clicks / rows, variance: (1 - clicks / rows) / clicks };
    const chance = rateOf(this.#random);
    const best = [...this.#policies]
      .flatMap(([name, one]) => (random.test(name) ? [] : [rateOf(one)]))
      .filter(({ rate }) => !Number.isNaN(rate))
      .reduce((most, one) => (one.rate > most.rate ? one : most), { rate: 0, variance: Number.NaN });
    const lift = best.rate === 0 ? Number.NaN : best.rate / chance.rate;
    return {
      figures: { randomCtr: chance.rate, policyLift: lift },
      errors: {
        randomCtr: chance.rate * Math.sqrt(chance.variance),
        policyLift: lift * Math.sqrt(chance.variance + best.variance),
      },
    };
  }

  #hasPolicies(): boolean {
    return this.#options.has('policy') || this.#options.has('random');
  }

  #unmeasured(
    isChance: boolean,
    chance: ReturnType<RankChance['finish']>,
    curve: PositionCurve | undefined,
    slopeless: boolean,
    used: RankTally,
  ): TableFindings['checks'] {
    const why = (): string => {
      if (!isChance)
        return chance === undefined
          ? 'nothing tells whether ranks are chance: no policy is called random, and too few items were shown twice'
          : `ranks are no chance: the item explains ${(100 * chance.explained).toFixed(1)}% of their variance, and clicks at them show both; T18 needs random ranks`;
      return used.clicks < fewestClicks
        ? `${used.clicks.toLocaleString('en-GB')} rows were clicked; a curve needs ${fewestClicks}`
        : `a curve needs clicks at the first rank and at ${fewestRanks} of the first ${lookedAt.length}`;
    };
    return [
      ...(curve === undefined ? [notMeasured('impressions: positions', why())] : []),
      ...(slopeless
        ? [
            notMeasured(
              'impressions: purchases by rank',
              used.slope.rows < fewestClicks
                ? `${used.slope.rows === 0 ? 'no row was' : `${used.slope.rows} rows were`} clicked; a slope needs ${fewestClicks}`
                : `of ${used.slope.rows.toLocaleString('en-GB')} clicked rows ${used.slope.mean === 0 ? 'none was' : used.slope.mean === 1 ? 'all were' : 'too few were'} bought, or all stood at one rank`,
            ),
          ]
        : []),
      ...(this.#hasPolicies() && this.#random.rows < fewestShown
        ? [
            notMeasured(
              'impressions: policies',
              this.#random.rows === 0
                ? 'no policy is called random or uniform'
                : `${this.#random.rows} rows are of a random policy; a rate of clicks needs ${fewestShown.toLocaleString('en-GB')}`,
            ),
          ]
        : []),
    ];
  }
}
