import { featureNames } from '../src/features/feature-names';
import { DecisionCollector } from '../src/evaluate/decisions';
import { matchBandSetting, matchTests, twoSidedFigures } from '../src/evaluate/index';
import type { GeneratorOptions } from '../src/index';
import { matchEvents } from '../src/index';

/** The figures of one seed, by the names that bands use. */
export type Figures = Readonly<Record<string, number>>;

/** Makes events at the size of the bands and measures what can be fitted: T28, T29 and P15. */
export function measureTwoSided(dating: GeneratorOptions['dating'], seed: number): Figures {
  const data = matchEvents({ ...matchBandSetting, dating, seed, ids: true, truth: true });
  const collector = new DecisionCollector();
  for (const { seekerId, targetId, label, features } of data.events()) {
    const row = featureNames.map((name) => features[name]);
    collector.add(seekerId!, targetId!, label, row);
  }
  const sides = new Map<unknown, number>();
  for (const { user_id, side } of data.rows('truth_travellers')) sides.set(user_id, side === 'a' ? 0 : 1);
  return twoSidedFigures(
    collector.finish((id) => sides.get(id)),
    { seed },
  );
}

/** Makes events at the size of the bands, as they are by default, and holds them to everything that a run is held to. */
export function measureAll(seed: number): Figures {
  const data = matchEvents({ ...matchBandSetting, seed, truth: true });
  const run = { config: data.config, describe: data.describe(), hasInputs: false, seed };
  const judge = matchTests.begin(run);
  for (const { name } of data.tables) for (const row of data.rows(name)) judge.row(name, row);
  const { realism, learnability } = judge.finish();
  return Object.fromEntries(
    [...realism, ...learnability].map(({ figure, value }) => [figure, value ?? Number.NaN]),
  );
}
