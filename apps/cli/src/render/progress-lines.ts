import type { Output } from '../context';
import { bytesText, countText, durationText } from './numbers';
import type { ProgressFacts, ProgressView } from './progress';
import { millisecondsLeft, rowsPerSecond } from './progress';

const intervalMilliseconds = 10_000;

/** `1,200,000 of about 20,000,000 rows · 410,000 rows/s · 43 MB · 2 workers · 46 s left` */
export function progressText(facts: ProgressFacts): string {
  const left = millisecondsLeft(facts);
  return [
    `${countText(facts.rows)} of about ${countText(facts.expectedRows)} rows`,
    `${countText(rowsPerSecond(facts))} rows/s`,
    ...(facts.bytes === 0 ? [] : [bytesText(facts.bytes)]),
    ...((facts.workers ?? 1) > 1 ? [`${facts.workers} workers`] : []),
    ...(left === undefined ? [] : [`${durationText(left)} left`]),
  ].join(' · ');
}

/** One plain line every ten seconds. */
export function progressLines(output: Output): ProgressView {
  let next = intervalMilliseconds;
  return {
    update(facts) {
      if (facts.milliseconds < next) return;
      next = facts.milliseconds + intervalMilliseconds;
      output.write(`${progressText(facts)}\n`);
    },
  };
}
