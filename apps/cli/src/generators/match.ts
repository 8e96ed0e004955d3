import type { JsonValue } from '@synth/core';
import { matchDataset, problemText } from '@synth/match-events';
import type { Generator } from '../generator';
import { matchChecks } from '../match/match-checks';
import { peopleFromServices } from '../match/people-from-services';
import { serviceOptions } from '../match/services';
import { countText, decimalText, percentText } from '../render/numbers';

/** Who would travel with whom. */
export const match: Generator = {
  dataset: matchDataset,
  common: {
    count: 'how many events',
    'match-type': 'solo, group or both (70 % solo)',
    preset: 'filter of pairs: safe, balanced, strict, loose',
    users: 'travellers, or how many to invent; --groups too',
    redis: 'live sessions; users and groups by --supabase URL',
    outcome: 'steps, logistic or dating-like',
    seed: 'any text or number: the same seed, the same bytes',
    truth: 'also what was planted for each event',
  },
  services: peopleFromServices,
  doctor: {
    options: [
      ...serviceOptions,
      { name: 'out', value: 'DIR', description: 'folder of the run', default: 'out/match' },
    ],
    checks: matchChecks,
  },
  formats: ['jsonl'],
  output: { table: 'match_events_synthetic', format: 'jsonl' },
  main: ['match_events_synthetic'],
  tests: async () => (await import('./match-tests')).matchTests,
  demo: {
    config: { count: 300 },
    next: ['simulate', 'match', '--count', '5000', '--seed', '42', '--out', 'out/match'],
  },
  figures: ({ user_user, user_group, accept_rate, bayes_auc, note }) => [
    ...numbers(user_user).map((count) => `${countText(count)} solo`),
    ...numbers(user_group).map((count) => `${countText(count)} group`),
    ...numbers(accept_rate).map((share) => `accepted ${percentText(share)}`),
    ...numbers(bayes_auc).map((auc) => `best possible AUC ${decimalText(auc)}`),
    ...(typeof note === 'string' ? [note] : []),
  ],
  warnings: ({ input_problems }) =>
    Object.entries(isCounts(input_problems) ? input_problems : {}).map(
      ([kind, count]) => `input:  ${countText(Number(count))} x ${problemText(kind) ?? kind}`,
    ),
};

const isCounts = (value: JsonValue | undefined): value is Readonly<Record<string, number>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A figure that a run may lack, as a list of none or one. */
const numbers = (value: JsonValue | undefined): readonly number[] =>
  typeof value === 'number' ? [value] : [];
