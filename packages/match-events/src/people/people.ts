import type { CoreErrorCode, Inputs, SharedWork, Streams } from '@synth/core';
import { SynthError } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import { defaultPeople } from '../config/schema';
import type { MatchErrorCode } from '../errors';
import type { Group } from '../intake/groups-from';
import { groupsFrom } from '../intake/groups-from';
import type { Problem } from '../intake/problems';
import { mergedProblems } from '../intake/problems';
import { profilesOf } from '../intake/profiles-of';
import type { Traveller } from '../intake/traveller';
import { sessionsOfRows } from '../intake/sessions-from';
import type { Intake } from '../intake/travellers-from';
import { travellersFrom } from '../intake/travellers-from';
import { inventGroups } from '../invent/invent-groups';
import { inventTravellers, travellersShared } from '../invent/invent-travellers';
import { invention } from '../invent/invention';
import { groupRows, travellerRows } from '../invent/rows';
import type { Selection } from '../invent/selection';
import type { Places } from './places';
import { places } from './places';
import type { Profiles } from './profiles';
import { selectProfiles } from './select-profiles';

/** Travellers and groups, invented or read. */
export interface People {
  readonly travellers: number;
  readonly groups: number;
  readonly places: Places;
  /** What was wrong with the tables that were read. */
  readonly problems: readonly Problem[];
  /** Bytes of memory, by name, in which threads can make all travellers together. */
  readonly shared: Readonly<Record<string, number>>;
  /** @param work of threads that all ask for this selection; only with memory as `shared` has it */
  travellersOf(selection: Selection, work?: SharedWork): Profiles;
  groupsOf(selection: Selection): Profiles;
  travellerRows(selection: Selection): readonly Traveller[];
  groupRows(selection: Selection): readonly Group[];
}

/** The people of a configuration and its tables. */
export function peopleOf(config: MatchConfig, inputs: Inputs, streams: Streams): People {
  const { users, sessions, profiles, groups } = inputs;
  if (profiles !== undefined && sessions === undefined) {
    throw misfit('profiles', 'there is a table of profiles and none of sessions', 'give a table of sessions');
  }
  if (users === undefined && sessions === undefined) {
    if (groups === undefined) return inventedPeople(config, streams);
    throw misfit(
      'groups',
      'there is a table of groups and none of travellers',
      'give a table of travellers, or sessions',
    );
  }
  if (config.users !== undefined) {
    throw misfit(
      'users',
      `users is ${config.users}, and travellers come from a table: none is invented`,
      'leave out how many',
    );
  }
  if (groups === undefined && config.groups !== undefined && config.groups > 0) {
    throw misfit(
      'groups',
      `groups is ${config.groups}, and travellers come from a table: none is invented`,
      'give a table of groups',
    );
  }
  return givenPeople(inputs);
}

const misfit = (field: string, message: string, remedy: string): SynthError<CoreErrorCode> =>
  new SynthError({
    code: 'CONFIG_INVALID',
    message,
    field,
    allowed: 'travellers and groups both invented, or both from tables',
    remedy,
  });

function inventedPeople(config: MatchConfig, streams: Streams): People {
  const how = invention(config);
  const { atlas } = how;
  const { towns } = atlas;
  return {
    travellers: config.users ?? defaultPeople.users,
    groups: config.groups ?? defaultPeople.groups,
    places: places(
      towns.map(({ name }) => name),
      Float64Array.from(towns, ({ latitude }) => latitude),
      Float64Array.from(towns, ({ longitude }) => longitude),
    ),
    problems: [],
    shared: travellersShared(how, config.users ?? defaultPeople.users),
    travellersOf: (selection, work) => inventTravellers(how, selection, streams, work),
    groupsOf: (selection) => inventGroups(how, selection, streams).profiles,
    travellerRows: (selection) =>
      travellerRows(atlas, inventTravellers(how, selection, streams), selection, streams),
    groupRows(selection) {
      const { profiles, members } = inventGroups(how, selection, streams);
      return groupRows(atlas, profiles, members);
    },
  };
}

function givenPeople(inputs: Inputs): People {
  const travellers = travellersOf(inputs);
  const groups = groupsFrom(inputs['groups']?.rows ?? [], travellers.rows);
  const profiles = profilesOf(travellers.rows, groups.rows);
  const rowsOf = <One>(rows: readonly One[], { size, of }: Selection): One[] =>
    Array.from({ length: size }, (_, row) => rows[of(row)]!);
  return {
    travellers: travellers.rows.length,
    groups: groups.rows.length,
    places: profiles.places,
    problems: mergedProblems(travellers.problems, groups.problems),
    shared: {},
    travellersOf: (selection) => selectProfiles(profiles.travellers, selection),
    groupsOf: (selection) => selectProfiles(profiles.groups, selection),
    travellerRows: (selection) => rowsOf(travellers.rows, selection),
    groupRows: (selection) => rowsOf(groups.rows, selection),
  };
}

/** Travellers from a table of them, or from sessions and those whose they are. */
function travellersOf({ users, sessions, profiles }: Inputs): Intake<Traveller> {
  if (sessions === undefined) {
    if (users!.rows.length === 0) throw nobody(users!.source ?? 'users', 'no travellers');
    return travellersFrom({ sessions: users!.rows });
  }
  const read = sessionsOfRows(sessions.rows);
  const travellers = travellersFrom({
    sessions: read.rows,
    ...(users === undefined ? {} : { users: users.rows }),
    ...(profiles === undefined ? {} : { profiles: profiles.rows }),
    duplicates: 'leave-out',
  });
  const problems = mergedProblems(read.problems, travellers.problems);
  if (travellers.rows.length > 0) return { rows: travellers.rows, problems };
  const wrong = problems.map(({ count, what }) => `${count} x ${what}`);
  throw nobody(sessions.source ?? 'sessions', ['no session to travel by', ...wrong].join('; '));
}

const nobody = (source: string, message: string): SynthError<MatchErrorCode> =>
  new SynthError({
    code: 'INPUT_EMPTY',
    message: `${source}: ${message}`,
    field: 'users',
    allowed: 'at least one row',
  });
