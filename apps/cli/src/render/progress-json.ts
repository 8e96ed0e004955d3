import type { Output } from '../context';
import type { ProgressView } from './progress';
import { millisecondsLeft, rowsPerSecond } from './progress';

const intervalMilliseconds = 1000;

/** A JSON line a second at most. */
export function progressJson(output: Output): ProgressView {
  let next = 0;
  return {
    update(facts) {
      if (facts.milliseconds < next) return;
      next = facts.milliseconds + intervalMilliseconds;
      const line = {
        event: 'progress',
        rows: facts.rows,
        expected_rows: facts.expectedRows,
        rows_per_second: Math.round(rowsPerSecond(facts)),
        bytes: facts.bytes,
        ...(facts.workers === undefined ? {} : { workers: facts.workers }),
        seconds: facts.milliseconds / 1000,
        seconds_left: Math.round((millisecondsLeft(facts) ?? 0) / 1000),
      };
      output.write(`${JSON.stringify(line)}\n`);
    },
  };
}
