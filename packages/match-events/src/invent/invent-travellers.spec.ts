import type { SharedWork } from '@synth/core';
import { streams } from '@synth/core';
import { configSchema } from '../config/schema';
import { inventTravellers, travellersShared } from './invent-travellers';
import { invention } from './invention';
import { everyone } from './selection';

const size = 100_000;
const how = invention(configSchema.parse({ users: size }));
const keyed = streams({ seed: 'together', dataset: 'match' });

describe('inventTravellers', () => {
  it('invents the same travellers whichever thread invents which of them', () => {
    const [bytes] = Object.values(travellersShared(how, size));
    const memory = new SharedArrayBuffer(bytes!);
    let parts = 0;
    // Another thread makes the odd parts, from the last on.
    const work: SharedWork = {
      findings: undefined,
      memory: () => memory,
      divide(_name, count, make) {
        parts = count;
        for (let part = 0; part < count; part += 2) make(part);
        for (let part = count - 1; part > 0; part--) if (part % 2 === 1) make(part);
      },
    };
    const together = inventTravellers(how, everyone(size), keyed, work);
    const alone = inventTravellers(how, everyone(size), keyed);
    expect(parts).toBeGreaterThan(10);
    expect(together.words).toEqual(alone.words);
    expect(together.idOf(size - 1)).toBe(alone.idOf(size - 1));
  });

  it('shares no memory where few are invented', () => {
    expect(travellersShared(how, size - 1)).toEqual({});
  });
});
