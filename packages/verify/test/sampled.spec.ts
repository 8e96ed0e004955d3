import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interactions } from '@synth/interactions';
import { readSource, verify } from '../src/index';

const data = interactions({
  users: 900,
  items: 300,
  genres: 5,
  taste: { kind: 'favourite', boost: 20 },
  seed: 'many',
});
const rows = [...data.rows('interactions')];

/** The rows, in an order, as a file. */
async function fileOf(order: readonly number[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'synth-verify-')), 'many.csv');
  const lines = order.map((at) => {
    const row = rows[at]!;
    return `${String(row['user_id'])},${String(row['item_id'])},${String(row['timestamp'])}`;
  });
  await writeFile(path, `user_id,item_id,timestamp\n${lines.join('\n')}\n`);
  return path;
}

const ascending = rows.map((_, at) => at);
const maxRows = Math.floor(rows.length / 3);

it('keeps all rows of a share of users, the same in any order of the file', async () => {
  const one = await readSource(await fileOf(ascending), {}, { maxRows });
  const other = await readSource(await fileOf([...ascending].reverse()), {}, { maxRows });
  const usersOf = ({ matrix }: typeof one) =>
    matrix.users.filter((_, user) => matrix.indptr[user + 1]! > matrix.indptr[user]!).sort();
  expect(one.sampled!.share).toBe(other.sampled!.share);
  expect(one.matrix.indices.length).toBeLessThanOrEqual(maxRows);
  expect(one.rows).toBe(rows.length);
  expect(usersOf(one)).toEqual(usersOf(other));
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(String(row['user_id']), (counts.get(String(row['user_id'])) ?? 0) + 1);
  for (const user of usersOf(one)) {
    const at = one.matrix.userIndex(user);
    expect(one.matrix.indptr[at + 1]! - one.matrix.indptr[at]!).toBe(counts.get(user));
  }
  const elsewhere = await readSource(await fileOf(ascending), {}, { maxRows, seed: 'other' });
  expect(usersOf(elsewhere)).not.toEqual(usersOf(one));
});

it('tells intervals that hold what all users show, and exact figures of items', async () => {
  const path = await fileOf(ascending);
  const whole = await verify(path, { quick: true });
  const part = await verify(path, { quick: true, maxRows, maxUsers: 150 });
  expect([whole.sampledShare, part.sampledShare! < 0.5]).toEqual([null, true]);
  expect(whole.realism.every((one) => one.interval === undefined)).toBe(true);
  const of = (report: typeof whole, figure: string) =>
    [...report.realism, ...report.learnability].find((one) => one.figure === figure)!;
  for (const figure of ['itemGini', 'top10', 'atLeast2', 'lognormalSigma']) {
    expect(of(part, figure).value).toBeCloseTo(of(whole, figure).value!, 12);
    expect(of(part, figure).interval).toBeUndefined();
  }
  for (const figure of ['density', 'userGini', 'sessionLength']) {
    const { value, interval } = of(part, figure);
    const width = interval!.high - interval!.low;
    expect(width).toBeGreaterThan(0);
    // Half a width is 2 standard errors: 5 of them, for an interval whose own width is uncertain.
    expect(Math.abs(value! - of(whole, figure).value!)).toBeLessThan(1.25 * width);
  }
  expect(of(part, 'lift').interval!.high).toBeGreaterThan(of(part, 'lift').value!);
});
