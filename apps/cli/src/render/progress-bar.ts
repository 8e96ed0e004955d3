import { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import type { Output } from '../context';
import type { ProgressView } from './progress';
import { progressText } from './progress-lines';

/** One bar with its figures, redrawn in place and gone when the work is done. */
export function progressBar(output: Output): ProgressView {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      output.write(chunk.toString());
      done();
    },
  });
  const bar = new SingleBar({
    format: '{bar} {text}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C is the command's: the bar ends when the run does.
    gracefulExit: false,
    stream: Object.assign(stream, { isTTY: output.isTTY, columns: output.columns }),
  });
  let started = false;
  return {
    update(facts) {
      const total = Math.max(facts.expectedRows, facts.rows);
      const payload = { text: progressText(facts) };
      if (!started) bar.start(total, facts.rows, payload);
      started = true;
      bar.setTotal(total);
      bar.update(facts.rows, payload);
    },
    stop() {
      bar.stop();
    },
  };
}
