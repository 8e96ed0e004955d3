import { meanScore } from '../features/score';
import type { OutcomeModel } from './outcome-model';

/** The probability of accepting by the plain mean of the eight features: in steps. */
export function stepProbability(mean: number): number {
  if (mean >= 0.7) return 0.8;
  if (mean >= 0.5) return 0.5;
  return mean >= 0.3 ? 0.2 : 0.05;
}

export const steps: OutcomeModel = {
  probability: (_seeker, _other, features) => stepProbability(meanScore(features)),
};
