import { spawn } from 'node:child_process';
import { PassThrough, Writable } from 'node:stream';
import { csv, formatsByName, jsonl, runToStream } from '../src/index';
import { playsDataset } from './fixtures/plays-dataset';
import { clock, RunLab, sha256 } from './fixtures/run-lab';

const options = {
  dataset: playsDataset,
  config: { users: 9000, maxPlays: 3 },
  formats: [{ format: csv }],
  tables: ['plays'],
  clock,
  workers: 1,
};

it('writes what a file would hold', async () => {
  const stream = new PassThrough({ highWaterMark: 1000 });
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  const result = await runToStream({ ...options, stream });
  const whole = Buffer.concat(pieces);
  const lab = await RunLab.open();
  const reference = await lab.reference({ config: options.config });
  await lab.close();
  expect(sha256(whole)).toBe(reference['plays.csv']);
  expect(result).toEqual({
    status: 'complete',
    rows: whole.toString().split('\n').length - 2,
    bytes: whole.length,
    sha256: reference['plays.csv'],
  });
  expect(stream.listenerCount('error')).toBe(0);
});

it('waits for its reader', async () => {
  let written = 0;
  let most = 0;
  const stream = new Writable({
    highWaterMark: 1 << 16,
    write(piece: Buffer, _encoding, done) {
      written += piece.length;
      most = Math.max(most, stream.writableLength);
      setImmediate(done);
    },
  });
  const { bytes } = await runToStream({ ...options, stream });
  expect(written).toBe(bytes);
  expect(most).toBeLessThan(2 << 20);
});

it('a reader that goes away', async () => {
  const reader = spawn('head', ['-c', '100'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await expect(
    runToStream({ ...options, config: { users: 200_000, maxPlays: 3 }, stream: reader.stdin }),
  ).rejects.toMatchObject({ code: 'OUTPUT_CLOSED' });
});

it('takes one file', async () => {
  const stream = new PassThrough();
  for (const more of [{ tables: ['plays', 'songs'] }, { formats: [{ format: csv }, { format: jsonl }] }]) {
    await expect(runToStream({ ...options, ...more, stream })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      field: 'tables',
    });
  }
});

it('takes no file whose head is written at the end, and writes nothing of it', async () => {
  const stream = new PassThrough();
  const [npy] = formatsByName(['npy']);
  const one = { ...options, tables: ['truth_users'], formats: [{ format: npy! }], stream };
  await expect(runToStream(one)).rejects.toMatchObject({ code: 'CONFIG_INVALID', field: 'formats' });
  expect(stream.readableLength).toBe(0);
});

it('a stream that was closed before', async () => {
  const stream = new PassThrough();
  stream.destroy();
  await expect(runToStream({ ...options, stream })).rejects.toMatchObject({ code: 'OUTPUT_CLOSED' });
});
