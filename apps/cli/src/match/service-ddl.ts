import type { ServiceIds } from '@synth/match-events';

/** The statements that make the tables of people in PostgreSQL, where they are not there. */
export const serviceDdl = (ids: ServiceIds): string => `create table if not exists users (
  id ${ids} primary key,
  clerk_user_id text not null unique
);
create table if not exists profiles (
  user_id ${ids} primary key references users (id),
  age integer,
  interests jsonb,
  personality text,
  location text,
  smoking text,
  drinking text,
  religion text,
  nationality text,
  job text,
  languages jsonb
);
create table if not exists groups (
  id ${ids} primary key,
  destination text,
  start_date date,
  end_date date,
  budget numeric,
  average_age double precision,
  top_interests jsonb,
  dominant_languages jsonb,
  members_count integer,
  status text
);
`;
