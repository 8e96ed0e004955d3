import { stopSignals } from './stop-signals';

it('stops at the first Ctrl-C and exits at another, but not at an echo of the first', () => {
  let now = 1000;
  const done: string[] = [];
  const onSignal = stopSignals(
    { now: () => now, sleep: () => Promise.resolve() },
    { stop: () => done.push('stop'), exit: () => done.push('exit') },
  );
  onSignal();
  now = 1300;
  onSignal();
  expect(done).toEqual(['stop']);
  now = 1301;
  onSignal();
  expect(done).toEqual(['stop', 'exit']);
});
