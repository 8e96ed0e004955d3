import { systemClock } from '@synth/core';
import type { Clock } from '@synth/core';
import { virtualClock } from '../testing';
import { after } from './after';

const sleeping: Clock = { now: systemClock.now, sleep: systemClock.sleep };

describe.each([
  ['has', systemClock],
  ['lacks', sleeping],
])('after, of a clock that %s timers', (_, clock) => {
  it('calls back in time, and not when it was stopped', async () => {
    const called: string[] = [];
    after(clock, 1, () => called.push('late'));
    const stop = after(clock, 1, () => called.push('stopped'));
    stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop();
    expect(called).toEqual(['late']);
  });
});

it('does not wait in virtual time', async () => {
  const clock = virtualClock(0);
  await new Promise<void>((resolve) => void after(clock, 60_000, resolve));
  expect(clock.now()).toBe(60_000);
});
