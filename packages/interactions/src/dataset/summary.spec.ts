import type { Batch, Block } from '@synth/core';
import * as fc from 'fast-check';
import { summaryOf } from './summary';

const items = 8;
const taken = fc.uniqueArray(fc.nat(items - 1), { maxLength: 4 });

/** The batches of a block of users, of at most `size` rows. */
function batchesOf(users: readonly (readonly number[])[], size: number): Batch[] {
  const rows = users.flatMap((own, user) => own.map((item) => ({ user, item })));
  const batches: Batch[] = [];
  for (let at = 0; at < rows.length; at += size) {
    const part = rows.slice(at, at + size);
    const column = (values: number[]) =>
      ({ type: 'dictionary', values: Int32Array.from(values), dictionary: [] }) as const;
    batches.push({
      table: 'interactions',
      rows: part.length,
      columns: {
        user_id: column(part.map(({ user }) => user)),
        item_id: column(part.map(({ item }) => item)),
      },
    });
  }
  return batches;
}

describe('summaryOf', () => {
  it('counts users who share an item, in however many states, blocks and batches they come', () => {
    const blocks = fc.array(fc.array(taken, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 5 }), fc.nat(2), (all, size, parts) => {
        const users = all.flat();
        const summary = summaryOf({ users: users.length, items });
        const states = Array.from({ length: parts + 1 }, () => summary.empty());
        let start = 0;
        all.forEach((own, index) => {
          const block: Block = { stage: 'users', start, end: start + own.length, index };
          for (const batch of batchesOf(own, size)) summary.add(states[index % (parts + 1)]!, batch, block);
          start = block.end;
        });
        const whole = summary.empty();
        for (const state of states) summary.merge(whole, state);
        const sharing = users.filter((own, user) =>
          own.some((item) => users.some((others, other) => other !== user && others.includes(item))),
        );
        const figures = summary.finish(whole);
        expect(figures['users_sharing_an_item']).toBeCloseTo(sharing.length / users.length, 4);
        expect(figures['interactions']).toBe(users.flat().length);
      }),
      { numRuns: 300 },
    );
  });
});
