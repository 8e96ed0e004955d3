import type { Batch, TableSpec } from '@synth/core';
import { blockEntities, streams as openStreams } from '@synth/core';
import type { MatchConfig, MatchOptions } from '../config/schema';
import { configSchema } from '../config/schema';
import { datasetName } from '../dataset/name';
import { batchOfRows } from '../dataset/people-batches';
import { peopleOf } from '../people/people';
import type { ServiceIds } from './service-rows';
import { groupRowOf, travellerRowsOf } from './service-rows';
import type { ServiceTable } from './service-tables';
import { serviceTables } from './service-tables';

/** Invented people as a matching service holds them. */
export interface ServiceData {
  readonly config: MatchConfig;
  /** The tables of the database, and sessions, whose rows are JSON texts of a store. */
  readonly tables: Readonly<Record<ServiceTable, TableSpec>>;
  /** How many rows each table has. */
  readonly rows: Readonly<Record<ServiceTable, number>>;
  batches(table: ServiceTable): Generator<Batch>;
}

/**
 * The people whom the same options of {@link matchEvents} invent, as rows of a service's tables and sessions. Read back
 * by {@link travellersFrom} and {@link groupsFrom} they are the same people, so that the same events are made of them.
 *
 * @param ids `uuid` for tables whose ids are UUIDs; those stand in the same order
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * const { rows, batches } = serviceData({ users: 50, groups: 5, seed: 'monday' });
 * rows; // => { users: 50, profiles: 50, groups: 5, sessions: 50 }
 * const [batch] = batches('users');
 * Object.keys(batch.columns); // => ['id', 'clerk_user_id']
 * ```
 */
export function serviceData(options: MatchOptions = {}, ids: ServiceIds = 'text'): ServiceData {
  const config = configSchema.parse(options);
  const people = peopleOf(config, {}, openStreams({ seed: config.seed, dataset: datasetName }));
  const { travellers, groups } = people;
  const rows = { users: travellers, profiles: travellers, groups, sessions: travellers };
  return {
    config,
    tables: serviceTables,
    rows,
    *batches(table) {
      const count = rows[table];
      for (let start = 0; start < count; start += blockEntities) {
        const size = Math.min(blockEntities, count - start);
        const selection = { count, size, of: (row: number) => start + row };
        const made =
          table === 'groups'
            ? people.groupRows(selection).map((group) => groupRowOf(group, ids))
            : people.travellerRows(selection).map((one) => travellerRowsOf[table](one, ids));
        yield batchOfRows(serviceTables[table], made);
      }
    },
  };
}
