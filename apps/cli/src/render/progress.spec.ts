import { fakeContext, fakeOutput } from '../../test/fixtures/fake-context';
import type { ProgressFacts } from './progress';
import { millisecondsLeft, progressView, rowsPerSecond } from './progress';

const at = (seconds: number): ProgressFacts => ({
  rows: seconds * 1000,
  expectedRows: 60_000,
  bytes: seconds * 36_000,
  milliseconds: seconds * 1000,
});

describe('progress figures', () => {
  it('are of the speed so far', () => {
    expect(rowsPerSecond(at(20))).toBe(1000);
    expect(millisecondsLeft(at(20))).toBe(40_000);
    expect(millisecondsLeft({ ...at(20), expectedRows: 1 })).toBe(0);
  });

  it('are not made up before the first row', () => {
    const start = { rows: 0, expectedRows: 10, bytes: 0, milliseconds: 0 };
    expect(rowsPerSecond(start)).toBe(0);
    expect(millisecondsLeft(start)).toBeUndefined();
  });
});

describe('progressView', () => {
  const run = (context = fakeContext(), json = false, seconds = 25) => {
    const view = progressView(context, json);
    for (let second = 0; second <= seconds; second += 0.5) view.update(at(second));
    view.stop();
    return context;
  };

  it('says nothing of work that is done in two seconds', () => {
    for (const json of [true, false]) {
      const { stdout, stderr } = run(fakeContext({ stderr: fakeOutput({ isTTY: true }) }), json, 1.5);
      expect(stdout.text + stderr.text).toBe('');
    }
  });

  it('writes a plain line every ten seconds to a pipe', () => {
    const { stdout, stderr } = run();
    expect(stdout.text).toBe('');
    expect(stderr.text).toBe(
      '10,000 of about 60,000 rows · 1,000 rows/s · 360 kB · 50 s left\n' +
        '20,000 of about 60,000 rows · 1,000 rows/s · 720 kB · 40 s left\n',
    );
  });

  it('writes a JSON line a second with --json', () => {
    const { stdout, stderr } = run(fakeContext(), true, 5);
    expect(stderr.text).toBe('');
    const lines = stdout.text.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { seconds: number }).seconds)).toEqual([2, 3, 4, 5]);
    expect(JSON.parse(lines[0]!)).toEqual({
      event: 'progress',
      rows: 2000,
      expected_rows: 60_000,
      rows_per_second: 1000,
      bytes: 72_000,
      seconds: 2,
      seconds_left: 58,
    });
  });

  it('says how many workers there are, in words and in JSON', () => {
    const [words, json] = [false, true].map((isJson) => {
      const context = fakeContext();
      progressView(context, isJson).update({ ...at(20), workers: 2 });
      return context.stderr.text + context.stdout.text;
    });
    expect(words).toContain(' · 2 workers · 40 s left');
    expect(JSON.parse(json!)).toMatchObject({ workers: 2 });
  });

  it('draws a bar on a terminal, and takes it away again', () => {
    const { stderr } = run(fakeContext({ stderr: fakeOutput({ isTTY: true, columns: 100 }) }), false, 30);
    expect(stderr.text).toContain('█');
    expect(stderr.text).toContain('30,000 of about 60,000 rows · 1,000 rows/s · 1.1 MB · 30 s left');
    expect(stderr.text.endsWith('\u001b[1G\u001b[2K')).toBe(true);
    expect(stderr.text).toContain('\u001b[?25h');
  });

  it('is silent once it is stopped', () => {
    const context = fakeContext({ stderr: fakeOutput({ isTTY: true, columns: 100 }) });
    const view = progressView(context, false);
    view.update(at(5));
    view.stop();
    const { text } = context.stderr;
    view.update(at(6));
    view.stop();
    expect(context.stderr.text).toBe(text);
  });
});
