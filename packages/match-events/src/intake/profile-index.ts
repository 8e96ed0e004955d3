import type { Row } from '@synth/core';
import { textField } from './fields';

/** Finds the profile of a session's user, and knows who was never asked for. */
export class ProfileIndex {
  readonly #profiles = new Map<string, Row>();
  /** The id of a user by the names under which sessions know him. */
  readonly #ids = new Map<string, string>();
  readonly #idle: Set<string>;

  constructor(users: Iterable<Row>, profiles: Iterable<Row>) {
    for (const profile of profiles) {
      const id = textField(profile, ['user_id', 'userId']);
      if (id !== undefined) this.#profiles.set(id, profile);
    }
    for (const user of users) {
      const id = textField(user, ['id']);
      if (id === undefined) continue;
      this.#ids.set(id, id);
      const clerkId = textField(user, ['clerk_user_id', 'clerkUserId']);
      if (clerkId !== undefined) this.#ids.set(clerkId, id);
    }
    this.#idle = new Set(this.#ids.size > 0 ? this.#ids.values() : this.#profiles.keys());
  }

  /** How many users nobody asked for. */
  get idle(): number {
    return this.#idle.size;
  }

  find(user: string): Row | undefined {
    const id = this.#ids.get(user) ?? user;
    this.#idle.delete(id);
    return this.#profiles.get(id);
  }
}
