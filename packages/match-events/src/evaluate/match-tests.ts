import type { JsonValue, Row, Seed } from '@synth/core';
import { rocArea, shuffle, streams } from '@synth/core';
import { datingDefaults } from '../config/dating-defaults';
import type { MatchConfig } from '../config/schema';
import { configSchema } from '../config/schema';
import { datasetName } from '../dataset/name';
import { matchEvents } from '../match-events';
import type { Decisions } from './decisions';
import { DecisionCollector } from './decisions';
import { EventTable, mostEvents } from './event-table';
import type { Judged } from './judged';
import { judged } from './judged';
import { matchBands } from './match-bands';
import { reciprocalSuccess } from './reciprocal-success';
import type { Figures } from './two-sided-figures';
import { twoSidedFigures } from './two-sided-figures';

/** A check as `@synth/verify` reports it. */
export interface MatchCheck {
  readonly name: string;
  readonly status: 'pass' | 'warn' | 'fail' | 'skip';
  readonly detail: string;
}

/** What the tests of a run found. */
export interface MatchFindings {
  readonly checks: readonly MatchCheck[];
  /** T28 and T29. */
  readonly realism: readonly Judged[];
  /** Whether events follow what was planted, and can be learnt from as real ones: P15 and P16. */
  readonly learnability: readonly Judged[];
}

/** A run, as its manifest tells of it. */
export interface MatchRun {
  readonly config: unknown;
  readonly describe: Readonly<Record<string, JsonValue>>;
  /** Whether people came from tables. */
  readonly hasInputs: boolean;
  /** Of folds and shuffles. */
  readonly seed: Seed;
}

/** Takes the rows of a run's tables in any order of the tables, then judges. */
export interface MatchJudge {
  row(table: string, row: Row): void;
  finish(): MatchFindings;
}

/** Standard errors that an area, or a rate, may be off by: once in 15,000. */
const allowedErrors = 4;

/** With fewer decisions a person, rates of people say little, and the bands do not hold. */
const leastPerPerson = 10;

/**
 * The tests of match events, as `@synth/verify` takes them: whether labels follow the planted probabilities (a copy with
 * its labels shuffled must not), and of `dating-like` events T28, T29, P15 and P16.
 *
 * @example
 * ```ts
 * const data = matchEvents({ count: 500, truth: true });
 * const judge = matchTests.begin({ config: data.config, describe: data.describe(), hasInputs: false, seed: 1 });
 * for (const { name } of data.tables) for (const row of data.rows(name)) judge.row(name, row);
 * judge.finish().learnability.map(({ id, verdict }) => `${id} ${verdict}`); // => ['M01 in', 'M02 in', 'M03 in']
 * ```
 */
export const matchTests = {
  dataset: datasetName,
  begin({ config, describe, hasInputs, seed }: MatchRun): MatchJudge {
    const parsed = configSchema.parse(config);
    const table = new EventTable();
    return {
      row: (name, row) => table.add(name, row),
      finish() {
        const planted = plantedTests(table, describe, seed);
        const twoSided = twoSidedTests(table, parsed, hasInputs, seed);
        return {
          checks: [...planted.checks, ...twoSided.checks],
          realism: twoSided.realism,
          learnability: [...planted.learnability, ...twoSided.learnability],
        };
      },
    };
  },
} as const;

const skipped = (name: string, detail: string): MatchFindings => ({
  checks: [{ name, status: 'skip', detail }],
  realism: [],
  learnability: [],
});

/** Whether labels follow the planted probabilities. */
function plantedTests(table: EventTable, describe: MatchRun['describe'], seed: Seed): MatchFindings {
  const { labels, probabilities } = table;
  if (!table.hasTruth)
    return skipped(
      'planted probabilities',
      'the run has no truth: simulate with --truth to hold labels to it',
    );
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const negatives = labels.length - positives;
  const promised = describe['bayes_auc'];
  const auc = rocArea(probabilities, labels);
  const rng = streams({ seed, dataset: 'evaluate' }).stream('labels').at(0);
  const around = (area: number, source: string) => {
    const most = allowedErrors * aucError(area, positives, negatives);
    return { low: rounded(area - most), high: rounded(area + most), source };
  };
  const drawn = probabilities.reduce((sum, p) => sum + p, 0);
  const spread = Math.sqrt(probabilities.reduce((sum, p) => sum + p * (1 - p), 0));
  return {
    checks: passedOver(table),
    realism: [],
    learnability: [
      judged(auc, {
        id: 'M01',
        figure: 'plantedAuc',
        title: 'AUC of the planted probability',
        ...(typeof promised === 'number' ? around(promised, 'bayes_auc of the manifest') : {}),
      }),
      judged(rocArea(probabilities, shuffle(rng, [...labels])), {
        id: 'M02',
        figure: 'shuffledAuc',
        title: 'the same with labels shuffled',
        ...around(0.5, 'nothing is left to learn'),
      }),
      judged((positives - drawn) / spread, {
        id: 'M03',
        figure: 'acceptError',
        title: 'accepted beyond what was planted, in sd',
        low: -allowedErrors,
        high: allowedErrors,
        source: 'the planted probabilities',
      }),
    ],
  };
}

/** Four decimals. */
const rounded = (value: number): number => Number(value.toFixed(4));

const passedOver = ({ passedOver }: EventTable): MatchCheck[] =>
  passedOver === 0
    ? []
    : [
        {
          name: 'sample',
          status: 'pass',
          detail: `tests read the first ${mostEvents.toLocaleString('en-GB')} events`,
        },
      ];

/** The standard error of an area under the ROC curve (Hanley and McNeil 1982). */
function aucError(area: number, positives: number, negatives: number): number {
  const q1 = area / (2 - area);
  const q2 = (2 * area * area) / (1 + area);
  const square = area * area;
  return Math.sqrt(
    (area * (1 - area) + (positives - 1) * (q1 - square) + (negatives - 1) * (q2 - square)) /
      (positives * negatives),
  );
}

/** What two-sided choice looks like, of events that were planted to look like it. */
function twoSidedTests(
  table: EventTable,
  config: MatchConfig,
  hasInputs: boolean,
  seed: Seed,
): MatchFindings {
  const name = 'two-sided choice';
  if (config.outcome !== 'dating-like') return { checks: [], realism: [], learnability: [] };
  if (!table.isNamed)
    return skipped(name, 'nobody is named: simulate with --truth or --ids for T28, T29, P15 and P16');
  if (!table.solo.includes(true)) return skipped(name, 'there are no events of two travellers');
  const { decisions, ids } = soloDecisions(table);
  if (decisions.yes.length < leastPerPerson * decisions.people) {
    const each = (decisions.yes.length / decisions.people).toFixed(1);
    return skipped(name, `${each} decisions a traveller say little of him; ${leastPerPerson} are needed`);
  }
  const figures: Record<string, number> = { ...twoSidedFigures(decisions, { seed }) };
  if (!hasInputs) figures['reciprocalGain'] = reciprocalGain(decisions, ids, config, seed);
  const isFitted = Object.entries(datingDefaults).every(
    ([option, value]) => config.dating[option as keyof typeof datingDefaults] === value,
  );
  const results = judgedBands(figures, isFitted);
  return {
    checks: isFitted
      ? []
      : [{ name, status: 'skip', detail: 'its options are not the fitted ones: no band applies' }],
    realism: results.filter(({ id }) => id.startsWith('T')),
    learnability: results.filter(({ id }) => id.startsWith('P')),
  };
}

const judgedBands = (figures: Figures, isFitted: boolean): Judged[] =>
  matchBands.map(({ id, figure, title, ...band }) =>
    judged(figures[figure], { id, figure, title, ...(isFitted ? band : {}) }),
  );

function soloDecisions(table: EventTable): {
  readonly decisions: Decisions;
  readonly ids: readonly string[];
} {
  const collector = new DecisionCollector();
  table.solo.forEach((isSolo, row) => {
    if (!isSolo) return;
    const features = table.features.map((column) => column[row]!);
    collector.add(table.seekers[row]!, table.others[row]!, table.labels[row]!, features);
  });
  return { decisions: collector.finish((id) => table.sides.get(id)), ids: collector.ids };
}

/** P16: what would come of showing people whom they have not met, the generator knows. */
function reciprocalGain(
  decisions: Decisions,
  ids: readonly string[],
  config: MatchConfig,
  seed: Seed,
): number {
  const { truth } = matchEvents(config);
  const { oneSided, reciprocal } = reciprocalSuccess(
    decisions,
    (seeker, other) => truth.accepts(ids[seeker]!, ids[other]!),
    { seed },
  );
  return reciprocal / oneSided;
}
