import { stepsView } from './steps';

function view(isTTY: boolean) {
  let now = 5000;
  let text = '';
  const stderr = { write: (more: string) => (text += more), isTTY, columns: 20, colour: false };
  const steps = stepsView({
    stderr: { ...stderr, write: (more) => void stderr.write(more) },
    clock: { now: () => now, sleep: () => Promise.resolve() },
  });
  return {
    at(seconds: number, step: string) {
      now = 5000 + 1000 * seconds;
      steps.next(step);
    },
    stop: steps.stop,
    text: () => text,
  };
}

describe('stepsView', () => {
  it('gives a line a step, and none in the first two seconds', () => {
    const steps = view(false);
    steps.at(1.9, 'reading');
    steps.at(2, 'its shape');
    steps.at(9, 'ItemKNN on a random holdout');
    steps.stop();
    expect(steps.text()).toBe('its shape\nItemKNN on a random holdout\n');
  });

  it('keeps to one line of a terminal, and leaves none', () => {
    const steps = view(true);
    steps.at(2, 'its shape');
    steps.at(3, 'ItemKNN on a random holdout');
    steps.stop();
    const clear = '\r\u001b[2K';
    expect(steps.text()).toBe(`${clear}its shape${clear}ItemKNN on a rando…${clear}`);
  });

  it('leaves a terminal alone that it wrote nothing to', () => {
    const steps = view(true);
    steps.at(1, 'its shape');
    steps.stop();
    expect(steps.text()).toBe('');
  });
});
