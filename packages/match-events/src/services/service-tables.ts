import type { ColumnSpec, TableSpec } from '@synth/core';

const text = (name: string, description: string): ColumnSpec => ({
  name,
  type: 'string',
  nullable: true,
  description,
});
const number = (name: string, description: string): ColumnSpec => ({
  ...text(name, description),
  type: 'f64',
});
const list = (name: string, description: string): ColumnSpec => ({
  name,
  type: 'list',
  items: 'string',
  description,
});
const id = (name: string, description: string): ColumnSpec => ({ name, type: 'string', description });

/** Tables and sessions as a matching service holds them: three tables of a database, and texts of a store. */
export const serviceTables = {
  users: {
    name: 'users',
    description: 'who has an account',
    columns: [id('id', 'the user'), id('clerk_user_id', 'the user, as the sign-in service names him')],
    key: ['id'],
  },
  profiles: {
    name: 'profiles',
    description: 'what users said about themselves',
    columns: [
      id('user_id', 'the user'),
      number('age', 'age in years'),
      list('interests', 'what is liked'),
      text('personality', 'introvert, ambivert or extrovert'),
      text('location', 'home'),
      text('smoking', 'never, sometimes or often'),
      text('drinking', 'never, sometimes or often'),
      text('religion', 'religion'),
      text('nationality', 'nationality'),
      text('job', 'work'),
      list('languages', 'languages that are spoken'),
    ],
    key: ['user_id'],
  },
  groups: {
    name: 'groups',
    description: 'groups that can be joined',
    columns: [
      id('id', 'the group'),
      text('destination', 'name of the place'),
      text('start_date', 'first day, YYYY-MM-DD'),
      text('end_date', 'last day, YYYY-MM-DD'),
      number('budget', 'what the whole trip may cost'),
      number('average_age', 'mean age of the members'),
      list('top_interests', 'what many members like'),
      list('dominant_languages', 'what many members speak'),
      { ...number('members_count', 'members'), type: 'i32' },
      text('status', 'active, where it can be joined'),
    ],
    key: ['id'],
  },
  sessions: {
    name: 'session',
    description: 'the trips of users, a JSON text a user under session:<user id>',
    columns: [
      id('userId', 'the user'),
      { name: 'destination', type: 'json', description: '{ name, lat, lon }' },
      number('budget', 'what the whole trip may cost'),
      text('startDate', 'first day, YYYY-MM-DD'),
      text('endDate', 'last day, YYYY-MM-DD'),
      text('mode', 'solo'),
      list('interests', 'what is liked'),
      id('source', 'synth: by this its sessions are told from others'),
    ],
    key: ['userId'],
  },
} as const satisfies Record<string, TableSpec>;

/** The tables of {@link serviceData}. */
export type ServiceTable = keyof typeof serviceTables;
