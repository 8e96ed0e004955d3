import type { Row } from '@synth/core';
import { textField, valueOf } from './fields';
import type { ProblemTally } from './problems';

const userIds: readonly string[] = ['id', 'user_id', 'userId'];
const clerkIds: readonly string[] = ['clerk_user_id', 'clerkUserId'];
const ownersOfProfiles: readonly string[] = ['user_id', 'userId'];

/** A row of a user that has one of these has a profile in it. */
const profileFields: readonly string[] = [
  'age',
  'interests',
  'personality',
  'location',
  'smoking',
  'drinking',
  'religion',
  'nationality',
  'job',
  'languages',
];

/** Finds the profile of a session's user, and knows who was never asked for. */
export class ProfileIndex {
  readonly #profiles = new Map<string, Row>();
  /** The id of a user by the names under which sessions know him. */
  readonly #ids = new Map<string, string>();
  readonly #idle: Set<string>;

  constructor(users: Iterable<Row>, profiles: Iterable<Row>, problems: ProblemTally) {
    let number = 0;
    for (const user of users) {
      number++;
      const id = textField(user, userIds);
      const clerkId = textField(user, clerkIds);
      if (id === undefined) problems.add('user_without_id', clerkId ?? `row ${number}`);
      else if (this.#ids.has(id)) problems.add('duplicate_user', id);
      else if (clerkId !== undefined && this.#ids.has(clerkId)) problems.add('duplicate_user', clerkId);
      else {
        this.#ids.set(id, id);
        if (clerkId !== undefined) this.#ids.set(clerkId, id);
        if (valueOf(user, profileFields) !== undefined) this.#profiles.set(id, user);
      }
    }
    const seen = new Set<string>();
    number = 0;
    for (const profile of profiles) {
      number++;
      const name = textField(profile, ownersOfProfiles);
      if (name === undefined) {
        problems.add('profile_without_user', textField(profile, ['id']) ?? `row ${number}`);
        continue;
      }
      const id = this.idOf(name);
      if (seen.has(id)) problems.add('duplicate_profile', id);
      else this.#profiles.set(id, { ...this.#profiles.get(id), ...profile });
      seen.add(id);
    }
    this.#idle = new Set([...this.#ids.values(), ...this.#profiles.keys()]);
  }

  /** The users nobody asked for. */
  get idle(): Iterable<string> {
    return this.#idle;
  }

  /** The id of the user whom a session names; the name itself where no user is known by it. */
  idOf(name: string): string {
    return this.#ids.get(name) ?? name;
  }

  find(id: string): Row | undefined {
    this.#idle.delete(id);
    return this.#profiles.get(id);
  }
}
