import type { Row } from '@synth/core';
import { conformanceBatch, conformanceTable, sinkConformance } from '../../testing';
import { openSupabaseSink } from './open-supabase-sink';
import { postgrestRows } from './postgrest-rows';
import type { SupabaseAnswer, SupabaseSinkClient } from './supabase-sink';
import { supabaseSink } from './supabase-sink';

function fake(answer: SupabaseAnswer = { error: null }) {
  const rows = new Map<unknown, Row>();
  const calls: unknown[] = [];
  const client: SupabaseSinkClient = {
    from: (table) => ({
      upsert: async (some, options) => {
        calls.push([table, options]);
        for (const row of some) rows.set(row['id'], JSON.parse(JSON.stringify(row)) as Row);
        return answer;
      },
      insert: async (some) => {
        calls.push([table, some.length]);
        return answer;
      },
    }),
  };
  return { rows, calls, client };
}

describe('supabaseSink', () => {
  for (const { name, run } of sinkConformance({
    idempotent: true,
    async make() {
      const { rows, client } = fake();
      return { sink: supabaseSink({ client }), rows: async () => [...rows.values()] };
    },
  })) {
    it(name, run);
  }

  it('upserts by the key, and appends where there is none', async () => {
    const { calls, client } = fake();
    const sink = supabaseSink({ client, table: (name) => `app_${name}`, onConflict: 'skip', batchRows: 3 });
    await sink.open?.([
      { ...conformanceTable, key: ['id', 'plays'] },
      { ...conformanceTable, name: 'log', key: [] },
    ]);
    await sink.write(conformanceBatch(0, 4));
    await sink.write({ ...conformanceBatch(0, 4), table: 'log' });
    const options = { onConflict: 'id,plays', ignoreDuplicates: true };
    expect(calls).toEqual([
      ['app_synth_conformance', options],
      ['app_synth_conformance', options],
      ['app_log', 3],
      ['app_log', 1],
    ]);
  });

  it('raises the error that is returned, and the one that is thrown', async () => {
    const { client } = fake({
      error: { message: 'new row violates row-level security policy', code: '42501' },
    });
    const sink = supabaseSink({ client });
    await expect(sink.write(conformanceBatch(0, 1))).rejects.toMatchObject({
      code: 'SINK_FAILED',
      value: '42501',
      message: 'supabase: table synth_conformance: new row violates row-level security policy (42501)',
    });
    const down: SupabaseSinkClient = {
      from: () => ({
        upsert: () => Promise.reject(new Error('x')),
        insert: () => Promise.reject(new Error('fetch failed')),
      }),
    };
    await expect(supabaseSink({ client: down }).write(conformanceBatch(0, 1))).rejects.toThrow(
      /fetch failed$/,
    );
  });
});

describe('openSupabaseSink', () => {
  it('opens a client that listens to nothing', async () => {
    const { client, rows } = fake();
    const calls: unknown[][] = [];
    const library = {
      createClient: (...call: unknown[]) => {
        calls.push(call);
        return client;
      },
    };
    const sink = await openSupabaseSink({ url: 'https://p.supabase.co', key: 'k', library });
    await sink.open?.([conformanceTable]);
    await sink.write(conformanceBatch(0, 2));
    expect(rows.size).toBe(2);
    expect(calls[0]!.slice(0, 2)).toEqual(['https://p.supabase.co', 'k']);
    const { transport } = (calls[0]![2] as { realtime: { transport: new () => unknown } }).realtime;
    expect(() => new transport()).toThrow('does not listen');
  });
});

describe('postgrestRows', () => {
  const reader = (all: readonly Row[], maxRows: number) => ({
    from: () => ({
      select: () => ({
        order: () => ({
          range: async (from: number, to: number) => ({
            data: all.slice(from, Math.min(to + 1, from + maxRows)) as unknown[],
            error: null,
          }),
        }),
      }),
    }),
  });

  it('reads page by page, also where the server cuts them', async () => {
    const all = Array.from({ length: 25 }, (_, id) => ({ id }));
    for (const maxRows of [1000, 10, 3]) {
      const rows = [];
      for await (const row of postgrestRows(reader(all, maxRows), 'users', { orderBy: 'id', pageRows: 10 }))
        rows.push(row);
      expect(rows).toEqual(all);
    }
  });

  it('raises what the server says', async () => {
    const error = { message: 'permission denied', code: '42501' };
    const refused = {
      from: () => ({ select: () => ({ order: () => ({ range: async () => ({ data: null, error }) }) }) }),
    };
    await expect(postgrestRows(refused, 'users', { orderBy: 'id' }).next()).rejects.toMatchObject({
      code: 'SINK_FAILED',
      message: 'supabase: table users: permission denied',
    });
  });
});
