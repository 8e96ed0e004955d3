import type { Inputs, Row } from '@synth/core';
import { isSynthError } from '@synth/core';
import type { Problem, Traveller } from '@synth/match-events';
import { matchEvents, sessionsFrom, travellersFrom } from '@synth/match-events';
import type { Check, Finding } from '../doctor/check';
import { writableFolder } from '../doctor/writable-folder';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import { countText } from '../render/numbers';
import { LiveLook } from './live-look';
import { settingOf, settings, waysTo } from './services';

/** A data set needs as many events. */
const fewestEvents = 10;

const seedFirst = 'synth match seed writes invented ones';

/** What `synth doctor match` looks at, in the order in which one thing needs the other. */
export function matchChecks(values: OptionValues): readonly Check[] {
  const look = new LiveLook(values);
  return [
    {
      name: 'variables set',
      run: ({ env }) => {
        const missing = Object.values(settings).filter(
          (setting) => settingOf(setting, values, env) === undefined,
        );
        return Promise.resolve({
          passed: missing.length === 0,
          detail:
            missing.length === 0 ? 'addresses and key' : missing.map(({ what }) => `not ${what}`).join(', '),
          remedy: missing.map(waysTo).join('; '),
        });
      },
    },
    {
      name: 'Supabase reached',
      run: (context) => found(look.users(context), () => ({ passed: true, detail: 'it answers' })),
    },
    {
      name: 'Redis reached',
      run: (context) => found(look.redis(context), () => ({ passed: true, detail: 'it answers' })),
    },
    {
      name: 'users found',
      run: (context) =>
        found(Promise.all([look.users(context), look.profiles(context)]), ([users, profiles]) => ({
          passed: users.rows.length > 0,
          detail: `${countText(users.rows.length)} users, ${countText(profiles.rows.length)} profiles`,
          remedy: seedFirst,
        })),
    },
    {
      name: 'sessions found',
      run: (context) =>
        found(look.sessions(context), ({ rows }) => {
          const read = sessionsFrom(rows.map(({ key, value }) => [String(key), value as string | null]));
          return {
            passed: read.rows.length > 0,
            detail: [`${countText(read.rows.length)} sessions`, ...problemsOf(read.problems)].join('; '),
            remedy: seedFirst,
          };
        }),
    },
    {
      name: 'features computable',
      run: (context) => found(look.inputs(context), featuresOf),
    },
    {
      name: 'events makeable',
      run: (context) => found(look.inputs(context), eventsOf),
    },
    {
      name: 'output folder writable',
      run: () => writableFolder(textOf(values, 'out') ?? 'out/match'),
    },
    {
      name: 'groups found',
      optional: true,
      run: (context) =>
        found(look.groups(context), ({ rows }) => ({
          passed: rows.length > 0,
          detail: `${countText(rows.length)} groups`,
          remedy: `without groups all events are solo; ${seedFirst}`,
        })),
    },
  ];
}

/** The finding over what was looked for; what failed says why and what to do. */
async function found<Found>(looking: Promise<Found>, finding: (found: Found) => Finding): Promise<Finding> {
  try {
    return finding(await looking);
  } catch (error) {
    if (!isSynthError(error)) throw error;
    const { message, remedy } = error;
    return { passed: false, detail: message, ...(remedy === undefined ? {} : { remedy }) };
  }
}

const problemsOf = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ count, what }) => `${countText(count)} x ${what}`);

/** What each feature reads of a traveller. */
const readBy: Readonly<Record<string, (one: Traveller) => boolean>> = {
  distance: ({ lat }) => lat !== null,
  dates: ({ start_date }) => start_date !== null,
  budget: ({ budget }) => budget !== null,
  interests: ({ interests }) => interests.length > 0,
  age: ({ age }) => age !== null,
  language: ({ languages }) => languages.length > 0,
  lifestyle: ({ smoking, drinking, personality }) => (smoking ?? drinking ?? personality) !== null,
  background: ({ nationality, religion }) => (nationality ?? religion) !== null,
};

function featuresOf({ sessions, users, profiles }: Inputs): Finding {
  const entries = sessions!.rows.map(({ key, value }: Row) => [String(key), value as string | null] as const);
  const { rows, problems } = travellersFrom({
    sessions: sessionsFrom(entries).rows,
    users: users!.rows,
    profiles: profiles!.rows,
    duplicates: 'leave-out',
  });
  const neutral = Object.keys(readBy).filter((feature) => rows.filter(readBy[feature]!).length < 2);
  const known = Object.keys(readBy).length - neutral.length;
  const count = `${known} of ${Object.keys(readBy).length} features of ${countText(rows.length)} travellers`;
  const missing = neutral.length === 0 ? [] : [`nothing to compare: ${neutral.join(', ')}`];
  return {
    passed: known > 0,
    detail: [count, ...missing, ...problemsOf(problems)].join('; '),
    remedy: `give profiles and sessions their fields; ${seedFirst}`,
  };
}

function eventsOf(inputs: Inputs): Finding {
  const data = matchEvents({ ...inputs, count: fewestEvents, matchType: 'solo' });
  const { user_user: pairs } = data.describe()['pairs'] as { user_user: { passes: number } };
  return { passed: true, detail: `${countText(pairs.passes)} pairs of travellers pass preset balanced` };
}
