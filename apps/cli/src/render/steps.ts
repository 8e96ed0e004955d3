import type { Context, Output } from '../context';

/** Shows what is being done. */
export interface StepsView {
  /** What is done next. */
  next(step: string): void;
  /** Takes back what must not stay on the screen. */
  stop(): void;
}

/** Work that is done sooner says nothing of its steps. */
const quietMilliseconds = 2000;

const clearLine = '\r\u001b[2K';

/**
 * Steps of work whose length nobody knows beforehand: one line that changes on a terminal, a line a step elsewhere; nothing
 * in the first two seconds. They go to the error output, with `--json` too.
 */
export function stepsView({ stderr, clock }: Pick<Context, 'stderr' | 'clock'>): StepsView {
  const began = clock.now();
  let shown = false;
  return {
    next(step) {
      if (clock.now() - began < quietMilliseconds) return;
      shown = true;
      stderr.write(stderr.isTTY ? clearLine + onOneLine(step, stderr) : `${step}\n`);
    },
    stop() {
      if (shown && stderr.isTTY) stderr.write(clearLine);
    },
  };
}

const onOneLine = (text: string, { columns }: Output): string =>
  text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
