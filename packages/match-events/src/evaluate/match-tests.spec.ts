import { shuffle, streams } from '@synth/core';
import type { GeneratorOptions } from '../match-events';
import { matchEvents } from '../match-events';
import { matchBandSetting } from './match-bands';
import { matchTests } from './match-tests';

/** The data of some options, made once however often it is judged. */
function made(options: GeneratorOptions) {
  const data = matchEvents(options);
  return {
    run: { config: data.config, describe: data.describe(), hasInputs: false, seed: 'judge' },
    tables: data.tables.map(({ name }) => ({ name, rows: [...data.rows(name)] })),
  };
}

/** What the tests find in data, its labels changed or not. */
function found(
  { run, tables }: ReturnType<typeof made>,
  labelsOf: (labels: unknown[]) => unknown[] = (labels) => labels,
) {
  const judge = matchTests.begin(run);
  for (const { name, rows } of tables) {
    const isEvents = name === 'match_events_synthetic';
    const labels = isEvents ? labelsOf(rows.map(({ label }) => label)) : [];
    rows.forEach((row, i) => judge.row(name, isEvents ? { ...row, label: labels[i] } : row));
  }
  return judge.finish();
}

const shuffled = (labels: unknown[]): unknown[] =>
  shuffle(streams({ seed: 1, dataset: 'test' }).stream('labels').at(0), [...labels]);

const verdicts = (judged: readonly { readonly figure: string; readonly verdict: string }[]) =>
  Object.fromEntries(judged.map(({ figure, verdict }) => [figure, verdict]));

describe('matchTests', () => {
  let fitted: ReturnType<typeof made>;
  beforeAll(() => {
    fitted = made({ ...matchBandSetting, seed: 'spec', truth: true });
  });

  it('finds dating-like events as they were fitted', () => {
    const { checks, realism, learnability } = found(fitted);
    expect(checks).toEqual([]);
    expect(realism.map(({ verdict }) => verdict)).toEqual(new Array(9).fill('in'));
    expect(verdicts(learnability)).toEqual({
      plantedAuc: 'in',
      shuffledAuc: 'in',
      acceptError: 'in',
      historyGain: 'in',
      reciprocalGain: 'in',
    });
  });

  it('finds nothing to learn in labels that were shuffled', () => {
    const { realism, learnability } = found(fitted, shuffled);
    expect(verdicts(learnability)).toMatchObject({
      plantedAuc: 'out',
      historyGain: 'out',
      reciprocalGain: 'out',
    });
    expect(learnability[0]!.value).toBeGreaterThan(0.48);
    expect(learnability[0]!.value).toBeLessThan(0.52);
    expect(verdicts(realism)).toMatchObject({
      rhoGiving: 'out',
      rhoReceiving: 'out',
      giveReceive: 'out',
      historyAuc: 'out',
    });
  });

  it.each(['steps', 'logistic'] as const)('holds %s to the best AUC that it promises', (outcome) => {
    const data = made({ outcome, count: 3000, groups: 1000, truth: true, seed: 3 });
    const kept = found(data);
    expect(verdicts(kept.learnability)).toEqual({ plantedAuc: 'in', shuffledAuc: 'in', acceptError: 'in' });
    expect(kept.realism).toEqual([]);
    expect(verdicts(found(data, shuffled).learnability)).toMatchObject({ plantedAuc: 'out' });
    const all = found(data, (labels) => labels.map(() => 1));
    expect(verdicts(all.learnability)).toMatchObject({ plantedAuc: 'unmeasured', acceptError: 'out' });
  });

  it.each<[string, GeneratorOptions]>([
    ['the run has no truth', { count: 50 }],
    ['nobody is named', { count: 50, outcome: 'dating-like' }],
    ['no events of two travellers', { count: 20, outcome: 'dating-like', matchType: 'group', ids: true }],
    [
      'decisions a traveller say little of him; 10 are needed',
      { count: 50, outcome: 'dating-like', matchType: 'solo', ids: true },
    ],
  ])('says that %s', (text, options) => {
    const { checks, realism } = found(made(options));
    expect(checks.map(({ status, detail }) => `${status} ${detail}`).join('\n')).toContain(text);
    expect(realism).toEqual([]);
  });

  it('holds effects that are not the fitted ones to no band', () => {
    const dating = { giver: 0.5 };
    const { checks, realism } = found(
      made({ ...matchBandSetting, count: 6000, seed: 1, truth: true, dating }),
    );
    expect(checks.map(({ status }) => status)).toEqual(['skip']);
    expect(new Set(realism.map(({ verdict }) => verdict))).toEqual(new Set(['unjudged']));
  });
});
