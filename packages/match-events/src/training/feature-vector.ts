import { presetNames } from '../config/presets';
import { featureNames, matchTypes } from '../features/feature-names';
import { meanScore } from '../features/score';
import type { FeatureSet } from './feature-columns';
import { featurePairs } from './feature-columns';
import type { TrainingEvent } from './training-event';

/** The features of an event in the order of the columns of the set. */
export function featureVector(event: TrainingEvent, set: FeatureSet): readonly number[] {
  const { features } = event;
  if (set === 'base') return features;
  return [
    ...features,
    ...featurePairs.map(([a, b]) => features[a]! * features[b]!),
    ...featureNames.map((_, i) => (event.missing >> i) & 1),
    ...matchTypes.map((name) => (event.matchType === name ? 1 : 0)),
    ...presetNames.map((name) => (event.preset === name ? 1 : 0)),
    // A mean of eight ones may come out a rounding above 1.
    Math.min(1, meanScore(features)),
    Math.min(...features),
  ];
}
