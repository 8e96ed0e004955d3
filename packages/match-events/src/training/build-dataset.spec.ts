import { matchEvents } from '../match-events';
import { buildDataset } from './build-dataset';
import type { NamedLines } from './read-events';

const made = [...matchEvents({ users: 300, groups: 30, count: 300, ids: true, seed: 'training' }).events()];

const linesOf = (name: string, texts: readonly string[]): NamedLines => ({
  name,
  lines: texts.map((text, i) => ({ line: i + 1, text })),
});

const jsonl = linesOf(
  'events.jsonl',
  made.map((event) => JSON.stringify(event)),
);

const event = { ...made[0]!, source: 'app' };
const badEvents: readonly (readonly [kind: string, event: unknown])[] = [
  ['match_type', { ...event, matchType: 'user_cat' }],
  ['feature_missing', { ...event, features: { ...event.features, ageScore: undefined } }],
  ['feature_range', { ...event, features: { ...event.features, ageScore: 1.5 } }],
  ['preset', { ...event, preset: 'stric' }],
  ['outcome', { ...event, outcome: 'acept' }],
  ['label', { ...event, label: 1 - event.label }],
  ['timestamp', { ...event, timestamp: '2024-01-01' }],
  ['timestamp', { ...event, timestamp: 1_704_067_200 }],
  ['not_an_event', [event]],
];

describe('buildDataset', () => {
  it('makes 240 and 60 rows of 300 events, 52 features in 0..1, no validation row before a training row', async () => {
    const set = await buildDataset([jsonl], { features: 'full' });
    const [train, val] = [[...set.rows('train')], [...set.rows('val')]];
    expect([train.length, val.length]).toEqual([240, 60]);
    const features = Object.values(train[0]!).slice(0, 52);
    expect(Object.keys(train[0]!).slice(52)).toEqual(['matchType', 'preset', 'timestamp', 'label', 'source']);
    expect(features.every((value) => typeof value === 'number' && value >= 0 && value <= 1)).toBe(true);
    expect(Number(val[0]!['timestamp'])).toBeGreaterThanOrEqual(Number(train.at(-1)!['timestamp']));
  });

  it.each(badEvents)('lists a bad event with its line and reason: %s', async (kind, bad) => {
    const set = await buildDataset([jsonl, linesOf('bad.jsonl', ['', JSON.stringify(bad)])]);
    expect(set.badLines).toEqual([
      { file: 'bad.jsonl', line: 2, kind, reason: expect.any(String) as string },
    ]);
    expect(set.describe()['bad_lines_by_kind']).toEqual({ [kind]: 1 });
  });

  it('lists cut JSON and an event that is there twice', async () => {
    const text = JSON.stringify(made[0]);
    const set = await buildDataset([jsonl, linesOf('more.jsonl', [text.slice(0, 50), text])]);
    expect(set.badLines.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'not_json'],
      [2, 'duplicate'],
    ]);
    expect(set.badLines[1]!.reason).toBe('the same event as events.jsonl, line 1');
  });

  it('reads application logs, plain and structured, and keeps the source', async () => {
    const text = JSON.stringify({ ...event, timestamp: event.timestamp + 1 });
    const log = [
      'GET / 200',
      `12:00 info [ML_MATCH_EVENT] ${text} took 3 ms`,
      JSON.stringify({ level: 30, msg: `[ML_MATCH_EVENT] ${JSON.stringify(event)}` }),
      '[ML_MATCH_EVENT] {"matchType":',
    ];
    const set = await buildDataset([jsonl, linesOf('app.log', log)]);
    expect(set.files[1]).toEqual({ file: 'app.log', events: 2, bad: 1, other: 1 });
    const sources = [...set.rows('train'), ...set.rows('val')].map(({ source }) => source);
    expect(sources.filter((source) => source === 'app')).toHaveLength(2);
  });

  it('refuses fewer than 10 events and counts what is bad', async () => {
    const few = [...made.slice(0, 9).map((one) => JSON.stringify(one)), 'x'];
    await expect(buildDataset([linesOf('few.jsonl', few)])).rejects.toMatchObject({
      code: 'EVENTS_TOO_FEW',
      message: expect.stringContaining('9 events, 1 bad line (few.jsonl, line 10') as string,
    });
  });

  it('keeps persons, and pairs, apart where asked; without ids says so', async () => {
    const set = await buildDataset([jsonl], { disjoint: 'persons' });
    const personsOf = (table: 'train' | 'val') =>
      [...set.rows(table)].flatMap(({ matchType, seekerKey, targetKey }) =>
        matchType === 'user_user' ? [seekerKey, targetKey] : [seekerKey],
      );
    const inTraining = new Set(personsOf('train'));
    expect(inTraining.size).toBeGreaterThan(0);
    expect(personsOf('val').filter((key) => inTraining.has(key))).toEqual([]);
    const nameless = made.map(({ seekerId: _seeker, targetId: _target, ...rest }) => JSON.stringify(rest));
    await expect(
      buildDataset([linesOf('events.jsonl', nameless)], { disjoint: 'pairs' }),
    ).rejects.toMatchObject({ code: 'IDS_MISSING' });
  });

  it('derives flags of what is missing only where .5 gives it away', async () => {
    const half = Object.fromEntries(Object.keys(event.features).map((name) => [name, 0.5]));
    const { missing: _missing, ...rest } = event;
    const real = {
      ...rest,
      features: { ...half, matchType: 'user_user' },
      matchType: 'user_user',
      timestamp: 2e11,
    };
    const set = await buildDataset([jsonl, linesOf('real.jsonl', [JSON.stringify(real)])], {
      features: 'full',
    });
    const first = set.rows('train').next().value as Record<string, unknown>;
    const flags = Object.entries(first).filter(([name, value]) => name.endsWith('_missing') && value === 1);
    expect(flags.map(([name]) => name.replace('Score_missing', ''))).toEqual([
      'distance',
      'dateOverlap',
      'budget',
      'language',
    ]);
  });
});
