import { ada, bob, group } from '../test/people-fixture';
import { matchEvents } from './index';

const pairOf = ({ seekerId, targetId }: { seekerId?: string; targetId?: string }) =>
  `${seekerId} ${targetId}`;

/** How many pairs of a kind exist, by the figures. */
const existing = (data: ReturnType<typeof matchEvents>, kind: string): number =>
  (data.describe()['pairs'] as Record<string, { passes: number }>)[kind]!.passes;

describe('matchEvents', () => {
  it('gives 300 events of which 70 % are solo, in the order of time', () => {
    const data = matchEvents({ seed: 1 });
    const events = [...data.events()];
    expect(events).toHaveLength(300);
    expect(events.filter(({ matchType }) => matchType === 'user_user')).toHaveLength(210);
    const times = events.map(({ timestamp }) => timestamp);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times[0]).toBeGreaterThanOrEqual(Date.UTC(2024, 0, 1));
    expect(times[299]).toBeLessThan(Date.UTC(2024, 2, 31));
    expect([...data.events()]).toEqual(events);
    expect([...data.events({ entities: [100, 103] })]).toEqual(events.slice(100, 103));
    expect(Object.keys(events[0]!)).toEqual([
      'matchType',
      'features',
      'outcome',
      'label',
      'preset',
      'timestamp',
      'source',
      'missing',
    ]);
  });

  it('makes each ordered pair at most once, and all that there are when asked for all', () => {
    const options = { seed: 2, users: 120, groups: 40, regions: 3, matchType: 'solo' as const, ids: true };
    const count = existing(matchEvents({ ...options, count: 1 }), 'user_user');
    const pairs = [...matchEvents({ ...options, count }).events()].map(pairOf);
    expect(new Set(pairs).size).toBe(count);
    expect(pairs).toContain(pairs[0]!.split(' ').reverse().join(' '));
    expect(() => matchEvents({ ...options, count: count + 1 })).toThrow(
      expect.objectContaining({
        code: 'EVENTS_TOO_MANY',
        field: 'count',
        message: expect.stringContaining(
          `${(count + 1).toLocaleString('en-GB')} solo events are wanted, and ${count.toLocaleString('en-GB')} pairs pass`,
        ),
      }),
    );
  });

  it('makes every pair that passes, and no other', () => {
    const options = { seed: 3, users: 60, groups: 20, regions: 2, travelDays: 40, ids: true } as const;
    for (const matchType of ['solo', 'group'] as const) {
      const kind = matchType === 'solo' ? 'user_user' : 'user_group';
      const one = matchEvents({ ...options, matchType, count: 1 });
      const all = matchEvents({ ...options, matchType, preset: 'balanced', count: existing(one, kind) });
      const made = new Set([...all.events()].map(pairOf));
      const travellers = [...all.rows('travellers')];
      const others = matchType === 'solo' ? travellers : [...all.rows('groups')];
      for (const seeker of travellers) {
        for (const other of others) {
          const id = String(other['user_id'] ?? other['group_id']);
          if (id === seeker['user_id']) continue;
          const days =
            Math.min(Date.parse(String(seeker['end_date'])), Date.parse(String(other['end_date']))) -
            Math.max(Date.parse(String(seeker['start_date'])), Date.parse(String(other['start_date'])));
          const features = Object.values(all.truth.features(String(seeker['user_id']), id));
          const weights =
            matchType === 'solo'
              ? [0.25, 0.2, 0.2, 0.1, 0.05, 0.05, 0.05, 0.1]
              : [0.1, 0.2, 0.18, 0.15, 0.1, 0.1, 0.1, 0.07];
          const score = features.reduce((sum, value, i) => sum + value * weights[i]!, 0);
          // Production scores 0 exactly beyond 200 km, which is the limit of the preset.
          const passes = features[0]! > 0 && days >= 86_400_000 && score >= 0.25;
          expect([seeker['user_id'], id, made.has(`${String(seeker['user_id'])} ${id}`)]).toEqual([
            seeker['user_id'],
            id,
            passes,
          ]);
        }
      }
    }
  });

  it('repeats no pair over many blocks, strided or counted', () => {
    const options = { seed: 4, users: 3000, matchType: 'solo', ids: true } as const;
    const most = existing(matchEvents({ ...options, users: 1200, count: 1 }), 'user_user');
    for (const [users, count] of [
      [3000, 12_000],
      [1200, most],
      [1200, most - 3],
    ] as const) {
      const data = matchEvents({ ...options, users, count });
      const seen = new Set<string>();
      for (const event of data.events()) seen.add(pairOf(event));
      expect(seen.size).toBe(count);
    }
    const counted = matchEvents({ ...options, users: 1200, count: most });
    const whole = [...counted.events({ entities: [8000, 8400] })];
    expect([...counted.events({ entities: [8190, 8200] })]).toEqual(whole.slice(190, 200));
  });

  it('decides about a pair alike whatever else is made', () => {
    const options = { seed: 5, users: 400, regions: 4, ids: true, truth: true, chatShare: 0.3 } as const;
    const outcomes = new Map(
      [...matchEvents({ ...options, count: 2000 }).events()].map((e) => [pairOf(e), e]),
    );
    const few = matchEvents({ ...options, count: 900, soloShare: 0.5 });
    let shared = 0;
    for (const event of few.events()) {
      const same = outcomes.get(pairOf(event));
      if (same !== undefined) {
        shared++;
        expect([event.outcome, event.features]).toEqual([same.outcome, same.features]);
      }
      expect(few.truth.accepts(event.seekerId!, event.targetId!)).toBe(event.label === 1);
    }
    expect(shared).toBeGreaterThan(50);
    for (const row of few.rows('truth_events', { entities: [0, 20] })) {
      expect(few.truth.probability(String(row['seeker_id']), String(row['target_id']))).toBe(
        row['probability'],
      );
    }
  });

  it('gives both decisions of a pair one after the other, if wanted', () => {
    const data = matchEvents({
      seed: 6,
      users: 300,
      matchType: 'solo',
      directions: 'both',
      count: 401,
      ids: true,
    });
    const events = [...data.events()];
    expect(events).toHaveLength(401);
    expect(new Set(events.map(pairOf)).size).toBe(401);
    for (let i = 0; i + 1 < 400; i += 2) {
      expect([events[i]!.seekerId, events[i]!.targetId]).toEqual([
        events[i + 1]!.targetId,
        events[i + 1]!.seekerId,
      ]);
      expect(events[i]!.features).toEqual(events[i + 1]!.features);
    }
  });

  it('says what there is, counted up to 10,000 travellers and estimated beyond', () => {
    const message = (users: number): string => {
      try {
        matchEvents({ seed: 7, users, matchType: 'group', groups: 3, count: 900_000 });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message(4000)).toMatch(
      /^900,000 group events are wanted, and [\d,]+ pairs pass preset balanced: of 12,000, /,
    );
    expect(message(20_000)).toMatch(/and about [\d,]+ \(95 % interval [\d,]+ to [\d,]+\) pairs pass/);
  });

  it('takes tables of people', () => {
    const data = matchEvents({
      users: [ada, bob],
      groups: [group],
      count: 3,
      soloShare: 0.67,
      ids: true,
      seed: 1,
    });
    expect([...data.events()].map(pairOf).sort()).toEqual(expect.arrayContaining(['ada bob', 'bob ada']));
    expect(data.problems).toEqual([]);
    expect([...data.rows('groups')][0]).toMatchObject({ group_id: 'g1', lat: 43.71 });
  });

  it.each([
    [
      { users: 1, matchType: 'solo' as const, count: 1 },
      'EVENTS_IMPOSSIBLE',
      'there is one traveller: solo events need two',
    ],
    [
      { groups: 0, matchType: 'group' as const, count: 1 },
      'EVENTS_IMPOSSIBLE',
      'there is no group: group events need one',
    ],
    [{ users: [] }, 'INPUT_EMPTY', 'users: no travellers'],
    [{ users: [ada, ada] }, 'INPUT_DUPLICATE', 'travellers: two rows with user_id ada'],
    [{ users: [{ age: 3 }] }, 'INPUT_COLUMN_MISSING', 'travellers, row 1: no id'],
    [{ users: [ada], groups: 5 }, 'CONFIG_INVALID', /groups is 5/],
    [{ groups: [group] }, 'CONFIG_INVALID', /table of groups/],
    [{ preset: 'saef' as 'safe' }, 'CONFIG_INVALID', /preset is "saef"/],
    [{ presett: 'safe' } as object, 'CONFIG_INVALID', 'unknown option presett: did you mean preset?'],
    [{ count: 0 }, 'CONFIG_INVALID', /count is 0/],
  ])('refuses %j', (options, code, message) => {
    expect(() => matchEvents(options)).toThrow(
      expect.objectContaining({
        code,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      }),
    );
  });

  it('makes all events solo where there is no group, and says so', () => {
    const { user_user, user_group, note } = matchEvents({ groups: 0, count: 50, seed: 1 }).describe();
    expect([user_user, user_group, note]).toEqual([50, 0, 'there is no group: all events are solo']);
  });
});
