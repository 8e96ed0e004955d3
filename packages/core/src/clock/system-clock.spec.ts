import { systemClock } from './system-clock';

describe('systemClock', () => {
  it('sleeps, and wakes with the reason when it is aborted', async () => {
    await expect(systemClock.sleep(1)).resolves.toBeUndefined();
    const reason = new Error('enough');
    await expect(systemClock.sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });

  it('calls back later, unless it is stopped', async () => {
    const called: string[] = [];
    await new Promise<void>((resolve) => {
      const stop = systemClock.after?.(1, () => called.push('stopped'));
      stop?.();
      systemClock.after?.(5, resolve);
    });
    expect(called).toEqual([]);
  });

  it('tells the time in milliseconds', () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
  });
});
