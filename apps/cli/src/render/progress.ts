import type { Context } from '../context';
import { progressBar } from './progress-bar';
import { progressJson } from './progress-json';
import { progressLines } from './progress-lines';

/** How far a run is. */
export interface ProgressFacts {
  readonly rows: number;
  /** As planned: a mean, where a row is no entity. */
  readonly expectedRows: number;
  /** Written to files; 0 where rows go elsewhere. */
  readonly bytes: number;
  /** Threads that make rows. */
  readonly workers?: number;
  /** Since the run began. */
  readonly milliseconds: number;
}

/** Shows how far a run is. */
export interface ProgressView {
  update(facts: ProgressFacts): void;
  /** Takes back what must not stay on the screen; nothing is shown from then on. */
  stop?(): void;
}

/** Work that is done sooner says nothing of its progress. */
const quietMilliseconds = 2000;

/**
 * Progress as the output takes it: a bar on a terminal, a line every ten seconds in a pipe, JSON lines with `--json`;
 * nothing in the first two seconds.
 */
export function progressView(context: Context, json: boolean): Required<ProgressView> {
  let view: ProgressView | undefined;
  let stopped = false;
  return {
    update(facts) {
      if (stopped || facts.milliseconds < quietMilliseconds) return;
      view ??= json
        ? progressJson(context.stdout)
        : context.stderr.isTTY
          ? progressBar(context.stderr)
          : progressLines(context.stderr);
      view.update(facts);
    },
    stop() {
      stopped = true;
      view?.stop?.();
    },
  };
}

/** Rows a second so far. */
export const rowsPerSecond = ({ rows, milliseconds }: ProgressFacts): number =>
  milliseconds === 0 ? 0 : (rows / milliseconds) * 1000;

/** Milliseconds left at the speed so far; undefined before the first row. */
export function millisecondsLeft({ rows, expectedRows, milliseconds }: ProgressFacts): number | undefined {
  return rows === 0 ? undefined : Math.max(0, (expectedRows / rows - 1) * milliseconds);
}
