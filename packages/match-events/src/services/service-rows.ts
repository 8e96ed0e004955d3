import type { Row } from '@synth/core';
import type { Group } from '../intake/groups-from';
import type { Traveller } from '../intake/traveller';

/** What stands before the names that invented users sign in by, and tells them from real ones. */
const clerkPrefix = 'synth_';

/** Who made a session. */
const source = 'synth';

const digits = 12;

/**
 * The id of an invented user or group where ids must be UUIDs. UUIDs of one kind stand in the order of the ids, so that
 * they are read in the same order; version 8, which RFC 9562 leaves to those who make them.
 */
function uuidOf(id: string): string {
  const kind = id.startsWith('g') ? '0002' : '0001';
  const index = Number(id.slice(1)).toString(16).padStart(digits, '0');
  return `73796e74-${kind}-8000-8000-${index}`;
}

const idPattern = /^(?:[gu]\d{7,}|73796e74-000[12]-8000-8000-[\da-f]{12})$/;

/** Whether an id is one that a seed gives. */
export const isSeededId = (id: unknown): boolean => typeof id === 'string' && idPattern.test(id);

/** Whether a row of `users` is of a seed: by its id and the name that the user signs in by. */
export const isSeededUser = ({ id, clerk_user_id }: Row): boolean =>
  isSeededId(id) && typeof clerk_user_id === 'string' && clerk_user_id.startsWith(clerkPrefix);

/** Whether the text under a session's key is of a seed. */
export function isSeededSession(text: string): boolean {
  try {
    return (JSON.parse(text) as { source?: unknown } | null)?.source === source;
  } catch {
    return false;
  }
}

/** How ids are written: as in the tables of a run, or as UUIDs. */
export type ServiceIds = 'text' | 'uuid';

const idOf = (id: string, ids: ServiceIds): string => (ids === 'uuid' ? uuidOf(id) : id);

/** The row of a traveller in each table of users. */
export const travellerRowsOf = {
  users: ({ user_id }: Traveller, ids: ServiceIds): Row => ({
    id: idOf(user_id, ids),
    clerk_user_id: `${clerkPrefix}${user_id}`,
  }),
  profiles: ({ user_id, ...traveller }: Traveller, ids: ServiceIds): Row => ({
    ...traveller,
    user_id: idOf(user_id, ids),
  }),
  sessions: (traveller: Traveller, ids: ServiceIds): Row => ({
    userId: idOf(traveller.user_id, ids),
    destination: { name: traveller.destination, lat: traveller.lat, lon: traveller.lon },
    budget: traveller.budget,
    startDate: traveller.start_date,
    endDate: traveller.end_date,
    mode: traveller.mode,
    interests: traveller.interests,
    source,
  }),
} as const;

/** The row of a group. Its destination is a name: coordinates are found by it. */
export const groupRowOf = ({ group_id, ...group }: Group, ids: ServiceIds): Row => ({
  ...group,
  id: idOf(group_id, ids),
  status: 'active',
});
