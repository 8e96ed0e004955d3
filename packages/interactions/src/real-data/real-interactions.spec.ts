import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InteractionData } from '../data/interaction-data';
import { interactions } from '../interactions';
import { cfViability } from '../viability/cf-viability';
import { fromInteractions, fromOwnership, fromPlaylists } from './real-interactions';

const day = 86_400_000;
const plays = [
  { user_id: 'bob', item_id: 'y', timestamp: 3 * day },
  { user_id: 'ann', item_id: 'x', timestamp: '1970-01-02T00:00:00Z' },
  { user_id: 'bob', item_id: 'x', timestamp: new Date(2 * day) },
  { user_id: 'bob', item_id: 'y', timestamp: 1 * day },
  { user_id: 'bob', item_id: 'a', timestamp: 1 * day },
];
const rows = (data: InteractionData, table = 'interactions') => [...data.rows(table)];
const code = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

describe('fromInteractions', () => {
  it('has rows by user, then first time, then item id, with plays where a pair repeats', () => {
    const data = fromInteractions(plays);
    const iso = (days: number) => new Date(days * day).toISOString();
    expect(rows(data)).toEqual([
      { user_id: 'bob', item_id: 'a', timestamp: iso(1), plays: 1 },
      { user_id: 'bob', item_id: 'y', timestamp: iso(1), plays: 2 },
      { user_id: 'bob', item_id: 'x', timestamp: iso(2), plays: 1 },
      { user_id: 'ann', item_id: 'x', timestamp: iso(1), plays: 1 },
    ]);
    expect(rows(data, 'users')).toEqual([{ user_id: 'bob' }, { user_id: 'ann' }]);
    expect(data.describe()).toMatchObject({ users: 2, items: 3, interactions: 4, rows: { interactions: 4 } });
  });

  it('stands in for generated data: the same rows again from its own', () => {
    const generated = interactions({ users: 300, items: 200, seed: 3 });
    const real = fromInteractions([...generated.rows('interactions')], {
      items: [...generated.rows('items')],
    });
    const expected = rows(generated as never as InteractionData).map(({ session_id: _, ...row }) => row);
    expect(rows(real)).toEqual(expected);
    expect(real.matrix().indices).toEqual(generated.matrix().indices);
    expect(real.matrix().timestamps).toEqual(generated.matrix().timestamps);
    const { rows: _a, ...figures } = generated.describe();
    const { rows: _b, ...again } = real.describe();
    expect(again).toEqual(figures);
    const columns = (data: { tables: InteractionData['tables'] }) =>
      data.tables
        .find(({ name }) => name === 'interactions')!
        .columns.filter(({ name }) => name !== 'session_id');
    expect(columns(real)).toEqual(columns(generated));
  });

  it('reads part of the users, in batches of any size', () => {
    const generated = interactions({ users: 100, items: 50 });
    const real = fromInteractions([...generated.rows('interactions')]);
    const part = [...real.rows('interactions', { entities: [40, 70] })];
    expect(part).toEqual(
      rows(real).filter(
        (row) =>
          Number(String(row['user_id']).slice(1)) >= 40 && Number(String(row['user_id']).slice(1)) < 70,
      ),
    );
    const counts = [...real.batches('interactions', { rows: 7 })].map((batch) => batch.rows);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows(real).length);
    expect(Math.max(...counts)).toBe(7);
  });

  it('does without times, takes other names and seconds, knows all users and items', () => {
    const data = fromInteractions(
      [
        { who: 'a', what: 7 },
        { who: 'b', what: 7 },
      ],
      {
        columns: { user: 'who', item: 'what' },
        users: [{ id: 'c' }, { id: 'b' }],
        items: [{ what: 9 }, { what: 7 }],
      },
    );
    expect(rows(data)).toEqual([
      { user_id: 'b', item_id: '7' },
      { user_id: 'a', item_id: '7' },
    ]);
    expect(data.matrix()).toMatchObject({ users: ['c', 'b', 'a'], items: ['9', '7'] });
    const seconds = fromInteractions([{ user_id: 'a', item_id: 'x', timestamp: '86400' }], {
      timestampUnit: 's',
    });
    expect(seconds.matrix().timestamps).toEqual(Float64Array.of(day));
  });

  it('keeps the k-core only', () => {
    const data = fromInteractions(plays, { kcore: { users: 2, items: 1 } });
    expect(rows(data, 'items')).toEqual([{ item_id: 'x' }]);
    expect(() => fromInteractions(plays, { kcore: { users: 3, items: 1 } })).toThrow(
      code('CONFIG_INVALID', { field: 'kcore' }),
    );
  });

  it('has training events, as a table too, with log q of the shares there are', () => {
    const generated = [...interactions({ users: 80, items: 40 }).rows('interactions')];
    const data = fromInteractions(generated, { events: { from: 'popularity', perUser: 5 }, seed: 4 });
    const events = [...data.events({ negatives: { from: 'popularity', perUser: 5 } })];
    expect(rows(data, 'events')).toEqual(events);
    const share = generated.filter((row) => row['item_id'] === events[0]!.item_id).length / generated.length;
    expect(events[0]!.log_q).toBeCloseTo(Math.log(share), 6);
    expect(events.filter((row) => row.label === 1)).toHaveLength(generated.length);
    expect(() => data.events({ negatives: { from: 'hard' } })).toThrow(code('EMBEDDINGS_MISSING'));
  });

  it('refuses what it cannot read', () => {
    const table = {
      rows: [
        { user_id: 'a', item_id: 'x', timestamp: 1 },
        { user_id: '', item_id: 'x', timestamp: 1 },
      ],
      source: 'plays.csv',
      lines: [2, 3],
    };
    expect(() => fromInteractions([])).toThrow(code('INPUT_EMPTY'));
    expect(() => fromInteractions([{ user: 'a' }])).toThrow(
      code('INPUT_COLUMN_MISSING', { field: 'item_id' }),
    );
    expect(() => fromInteractions(table)).toThrow('plays.csv, line 3: user_id is empty, not an id');
    const late = { user_id: 'a', item_id: 'x' };
    expect(() => fromInteractions([{ ...late, timestamp: 'soon' }])).toThrow(
      code('INPUT_VALUE', { value: 'soon' }),
    );
    expect(() => fromInteractions([{ ...late, timestamp: 1 }, late])).toThrow(
      code('INPUT_VALUE', { field: 'timestamp' }),
    );
    expect(() => fromInteractions([late], { timestampunit: 's' } as object)).toThrow(
      'did you mean timestampUnit?',
    );
    expect(() => fromInteractions([late], { items: [{ id: 'x' }, { id: 'x' }] })).toThrow(
      code('INPUT_DUPLICATE'),
    );
    expect(() => [...fromInteractions([late]).rows('interaction')]).toThrow(code('TABLE_UNKNOWN'));
  });
});

describe('fromPlaylists', () => {
  it("takes a playlist's user, or the playlist, and counts an item of several playlists", () => {
    const data = fromPlaylists([
      { playlist_id: 'p1', item_ids: ['x', 'y'], user_id: 'ann' },
      { playlist_id: 'p2', item_ids: ['y'] },
      { playlist_id: 'p3', item_ids: ['y'], user_id: 'ann' },
    ]);
    expect(rows(data)).toEqual([
      { user_id: 'ann', item_id: 'x', plays: 1 },
      { user_id: 'ann', item_id: 'y', plays: 2 },
      { user_id: 'p2', item_id: 'y', plays: 1 },
    ]);
  });

  it('reads lists from the cells of a file', () => {
    const table = {
      rows: [
        { playlist_id: 'p', item_ids: '["x","y"]' },
        { playlist_id: 'q', item_ids: 'x,y' },
      ],
    };
    expect(() => fromPlaylists(table)).toThrow(code('INPUT_VALUE', { field: 'item_ids', value: 'x,y' }));
    expect(fromPlaylists({ rows: table.rows.slice(0, 1) }).matrix().items).toEqual(['x', 'y']);
  });
});

describe('fromOwnership', () => {
  it('makes creators the users of their own items, and is told apart from shared data', () => {
    const [head, ...lines] = readFileSync(join(__dirname, '../../../../data/songs-234.csv'), 'utf8')
      .trim()
      .split('\n');
    const names = head!.split(',');
    const songs = lines.map((line) =>
      Object.fromEntries(line.split(',').map((cell, k) => [names[k]!, cell])),
    );
    const data = fromOwnership(songs);
    expect(data.matrix()).toMatchObject({ rows: 164, cols: 234 });
    expect(cfViability(data)).toMatchObject({
      structure: 'disjoint',
      verdict: 'impossible',
      usersSharingAnItem: 0,
    });
    expect(data.matrix().timestamps).toHaveLength(data.matrix().indices.length);
  });

  it('keeps items without a creator', () => {
    const data = fromOwnership([
      { id: 'x', creator_id: 'ann' },
      { id: 'y', creator_id: null },
    ]);
    expect(data.matrix()).toMatchObject({ users: ['ann'], items: ['x', 'y'] });
    expect(cfViability(data).structure).toBe('permutation');
  });
});
