import type { ColumnSpec, TableSpec } from '@synth/core';
import { presetNames } from '../config/presets';
import type { MatchConfig } from '../config/schema';
import { featureNames, matchTypes } from '../features/feature-names';
import { outcomes } from '../outcomes/outcome-model';
import { habits, personalities } from '../people/profiles';
import { sides } from './people-batches';

const text = (name: string, description: string, values?: readonly string[]): ColumnSpec => ({
  name,
  type: 'string',
  nullable: true,
  description,
  ...(values === undefined ? {} : { values }),
});

const list = (name: string, description: string): ColumnSpec => ({
  name,
  type: 'list',
  items: 'string',
  description,
});

const number = (name: string, description: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type: 'f64',
  nullable: true,
  description,
  ...more,
});

const userId: ColumnSpec = { name: 'user_id', type: 'string', role: 'user', description: 'the traveller' };
const groupId: ColumnSpec = { name: 'group_id', type: 'string', role: 'item', description: 'the group' };

const trip: readonly ColumnSpec[] = [
  text('destination', 'name of the place'),
  number('lat', 'latitude of the place', { unit: 'degrees', minimum: -90, maximum: 90 }),
  number('lon', 'longitude of the place', { unit: 'degrees', minimum: -180, maximum: 180 }),
  text('start_date', 'first day, YYYY-MM-DD'),
  text('end_date', 'last day, YYYY-MM-DD'),
  number('budget', 'what the whole trip may cost', { minimum: 0 }),
];

const travellers: TableSpec = {
  name: 'travellers',
  description: 'one row a traveller: profile and trip',
  columns: [
    userId,
    number('age', 'age', { unit: 'years', minimum: 0 }),
    text('nationality', 'nationality'),
    text('religion', 'religion'),
    list('languages', 'languages that are spoken'),
    list('interests', 'what is liked'),
    text('personality', 'personality', personalities),
    text('smoking', 'how often', habits),
    text('drinking', 'how often', habits),
    text('job', 'work'),
    text('location', 'home'),
    ...trip,
    text('mode', 'as the session says'),
  ],
  key: ['user_id'],
};

const groups: TableSpec = {
  name: 'groups',
  description: 'one row a group that can be joined',
  columns: [
    groupId,
    ...trip,
    number('average_age', 'mean age of the members', { unit: 'years', minimum: 0 }),
    list('top_interests', 'what many members like'),
    list('dominant_languages', 'what many members speak'),
    number('members_count', 'members', { minimum: 0 }),
  ],
  key: ['group_id'],
};

const inEvent = (name: string, type: ColumnSpec['type'], description: string): ColumnSpec => ({
  name,
  type,
  description,
});

/** Columns of events, named as consumers read them; `features.x` is member x of `features`. */
function eventsSpec({ ids }: MatchConfig): TableSpec {
  return {
    name: 'match_events_synthetic',
    description: 'one row an event: a traveller is shown another, or a group, and decides',
    columns: [
      { ...inEvent('matchType', 'dictionary', 'what was shown'), role: 'group', values: matchTypes },
      { ...inEvent('features.matchType', 'dictionary', 'the same word'), values: matchTypes },
      ...featureNames.map((name): ColumnSpec => ({
        name: `features.${name}`,
        type: 'f64',
        minimum: 0,
        maximum: 1,
        description: 'feature of the pair',
      })),
      { ...inEvent('outcome', 'dictionary', 'what came of it'), values: outcomes },
      { ...inEvent('label', 'i32', '1 for accept and chat, else 0'), role: 'label', minimum: 0, maximum: 1 },
      { ...inEvent('preset', 'dictionary', 'how strictly candidates were filtered'), values: presetNames },
      {
        name: 'timestamp',
        type: 'f64',
        role: 'time',
        unit: 'ms',
        description: 'when, in milliseconds since 1970-01-01T00:00:00Z',
      },
      inEvent('source', 'dictionary', 'where the event comes from'),
      { ...list('missing', 'features whose rule did not find all that it reads'), items: 'dictionary' },
      ...(ids
        ? [
            { ...inEvent('seekerId', 'string', 'who decided'), role: 'user' } satisfies ColumnSpec,
            { ...inEvent('targetId', 'string', 'who was shown'), role: 'item' } satisfies ColumnSpec,
          ]
        : []),
    ],
    key: ids ? ['seekerId', 'targetId'] : [],
    order: ['timestamp'],
  };
}

const truthEvents: TableSpec = {
  name: 'truth_events',
  description: 'what was planted for each event',
  columns: [
    inEvent('event', 'i32', 'row of match_events_synthetic, from 0'),
    { ...inEvent('match_type', 'dictionary', 'what was shown'), values: matchTypes },
    inEvent('seeker_id', 'string', 'who decided'),
    inEvent('target_id', 'string', 'who was shown'),
    { ...inEvent('score', 'f64', 'by which presets filter'), minimum: 0, maximum: 1 },
    { ...inEvent('probability', 'f64', 'that the seeker accepts'), minimum: 0, maximum: 1 },
  ],
  key: ['event'],
  order: ['event'],
  truth: true,
};

const truthTravellers: TableSpec = {
  name: 'truth_travellers',
  description: 'what was planted in each traveller',
  columns: [
    userId,
    { ...inEvent('side', 'dictionary', 'a: the choosier half'), values: sides },
    inEvent('giver', 'f64', 'how easily a yes is given, in log-odds'),
    inEvent('receiver', 'f64', 'how easily a yes is received, in log-odds'),
  ],
  key: ['user_id'],
  truth: true,
};

const truthGroups: TableSpec = {
  name: 'truth_groups',
  description: 'what was planted in each group',
  columns: [groupId, inEvent('receiver', 'f64', 'how easily a yes is received, in log-odds')],
  key: ['group_id'],
  truth: true,
};

/** The tables of each stage under a configuration. */
export function stageTables(config: MatchConfig): {
  readonly users: readonly TableSpec[];
  readonly groups: readonly TableSpec[];
  readonly events: readonly TableSpec[];
} {
  const effects = config.truth && config.outcome === 'dating-like';
  return {
    users: [travellers, ...(effects ? [truthTravellers] : [])],
    groups: [groups, ...(effects ? [truthGroups] : [])],
    events: [eventsSpec(config), ...(config.truth ? [truthEvents] : [])],
  };
}
