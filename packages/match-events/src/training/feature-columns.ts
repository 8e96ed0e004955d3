import { presetNames } from '../config/presets';
import { featureNames, matchTypes } from '../features/feature-names';

/** Which features a training set has: the eight, or 52 made of them. */
export const featureSets = ['base', 'full'] as const;

export type FeatureSet = (typeof featureSets)[number];

/** Unordered pairs of different features, in the order of their columns: 28. */
export const featurePairs: readonly (readonly [number, number])[] = featureNames.flatMap((_, a) =>
  featureNames.slice(a + 1).map((_name, after): readonly [number, number] => [a, a + 1 + after]),
);

/** A feature column of a training set. */
export interface FeatureColumn {
  readonly name: string;
  readonly description: string;
  /** 0 or 1, and 0 or 1 throughout is no fault: nothing is missing, one preset was used. */
  readonly isFlag: boolean;
}

const score = (name: string, description: string): FeatureColumn => ({ name, description, isFlag: false });
const flag = (name: string, description: string): FeatureColumn => ({ name, description, isFlag: true });

const base: readonly FeatureColumn[] = featureNames.map((name) => score(name, 'feature of the pair'));

const full: readonly FeatureColumn[] = [
  ...base,
  ...featurePairs.map(([a, b]) =>
    score(`${featureNames[a]!}_x_${featureNames[b]!}`, 'product of the two features'),
  ),
  ...featureNames.map((name) => flag(`${name}_missing`, '1 where the rule did not find all that it reads')),
  ...matchTypes.map((name) => flag(`matchType_${name}`, '1 for events of this kind')),
  ...presetNames.map((name) => flag(`preset_${name}`, '1 for events under this preset')),
  score('features_mean', 'plain mean of the eight'),
  score('features_minimum', 'least of the eight'),
];

/**
 * The feature columns of a set, in the order of the files; all in 0..1. `base`: the eight. `full`: the eight, their 28
 * products by two, 8 flags of what is missing, 2 of the match type, 4 of the preset, mean and minimum of the eight: 52.
 *
 * @example
 * ```ts
 * featureColumns('full').length; // => 52
 * featureColumns('full')[8].name; // => 'distanceScore_x_dateOverlapScore'
 * ```
 */
export const featureColumns = (set: FeatureSet): readonly FeatureColumn[] => (set === 'base' ? base : full);
