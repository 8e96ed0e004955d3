import * as fc from 'fast-check';
import { matchEvents } from '../match-events';

describe('events', () => {
  it('make an ordered pair at most once, in the order of time, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          users: fc.integer({ min: 40, max: 120 }),
          groups: fc.integer({ min: 0, max: 40 }),
          regions: fc.integer({ min: 1, max: 3 }),
          count: fc.integer({ min: 1, max: 60 }),
          soloShare: fc.double({ min: 0.5, max: 1, noNaN: true }),
          directions: fc.constantFrom('one' as const, 'both' as const),
          preset: fc.constantFrom('balanced' as const, 'loose' as const),
          outcome: fc.constantFrom('steps' as const, 'logistic' as const, 'dating-like' as const),
          chatShare: fc.double({ min: 0, max: 1, noNaN: true }),
          unmatchShare: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        (options) => {
          let events;
          try {
            events = [...matchEvents({ ...options, ids: true }).events()];
          } catch (error) {
            expect(error).toMatchObject({ code: 'EVENTS_TOO_MANY' });
            return;
          }
          expect(events).toHaveLength(options.count);
          const pairs = events.map(({ seekerId, targetId }) => `${seekerId} ${targetId}`);
          expect(new Set(pairs).size).toBe(options.count);
          expect(events.every(({ seekerId, targetId }) => seekerId !== targetId)).toBe(true);
          const times = events.map(({ timestamp }) => timestamp);
          expect(times.every((time, i) => i === 0 || time >= times[i - 1]!)).toBe(true);
          for (const { outcome, label } of events) {
            expect(label).toBe(outcome === 'accept' || outcome === 'chat' ? 1 : 0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of more people than are counted: an ordered pair at most once, all of which may meet, whatever the blocks', () => {
    const options = { users: 10_001, groups: 30, regions: 8, count: 20_000, seed: 3, ids: true } as const;
    const data = matchEvents(options);
    const events = [...data.events()];
    expect(new Set(events.map(({ seekerId, targetId }) => `${seekerId} ${targetId}`)).size).toBe(20_000);
    // Distance and dates score 0 where the filter would have taken them out.
    expect(events.every(({ features }) => features.dateOverlapScore > 0)).toBe(true);
    expect(events.every(({ features }) => features.distanceScore > 0)).toBe(true);
    // Of a pair both directions are events in their own right, and either is as likely to be one.
    const firsts = events.filter(({ seekerId, targetId }) => seekerId! < targetId!);
    const solo = events.filter(({ matchType }) => matchType === 'user_user');
    const forward = firsts.filter(({ matchType }) => matchType === 'user_user').length;
    expect(Math.abs(forward / solo.length - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / solo.length));
    const part = [...data.events({ entities: [12_345, 12_400] })];
    expect(part).toEqual(events.slice(12_345, 12_400));
    const [users, groups] = [[...data.rows('travellers')], [...data.rows('groups')]];
    const read = matchEvents({ ...options, users, groups });
    expect([...read.events({ entities: [12_345, 12_400] })]).toEqual(part);
  });

  it('turn accepted into chats and ignored into unmatches by their shares, and no label', () => {
    const options = { count: 6000, groups: 0, users: 1500, seed: 4 } as const;
    const outcomesOf = (shares: { chatShare: number; unmatchShare: number }) =>
      [...matchEvents({ ...options, ...shares }).events()].map(({ outcome }) => outcome);
    const plain = outcomesOf({ chatShare: 0, unmatchShare: 0 });
    const some = outcomesOf({ chatShare: 0.3, unmatchShare: 0.1 });
    const all = outcomesOf({ chatShare: 1, unmatchShare: 1 });
    expect(new Set(plain)).toEqual(new Set(['accept', 'ignore']));
    expect(all).toEqual(plain.map((outcome) => (outcome === 'accept' ? 'chat' : 'unmatch')));
    const share = (of: string, turned: string) => {
      const rows = plain.flatMap((outcome, i) => (outcome === of ? [some[i]!] : []));
      expect(rows.every((outcome) => outcome === of || outcome === turned)).toBe(true);
      return rows.filter((outcome) => outcome === turned).length / rows.length;
    };
    // Over 2,000 of either: five standard errors.
    expect(Math.abs(share('accept', 'chat') - 0.3)).toBeLessThan(0.052);
    expect(Math.abs(share('ignore', 'unmatch') - 0.1)).toBeLessThan(0.034);
  });
});
