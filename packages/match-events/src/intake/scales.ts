import { habits, personalities, unknownCode } from '../people/profiles';
import { folded } from './fields';

/** Words that services use for the steps of the scales. */
const habitWords: Readonly<Record<string, (typeof habits)[number]>> = {
  no: 'never',
  none: 'never',
  'non-smoker': 'never',
  'non-drinker': 'never',
  rarely: 'sometimes',
  occasionally: 'sometimes',
  socially: 'sometimes',
  social: 'sometimes',
  yes: 'often',
  regularly: 'often',
  daily: 'often',
};

const stepOf = (steps: readonly string[], word: string): number => steps.indexOf(word);

/** The step of a habit, or -1 for a word that is none of it. */
export function habitStep(text: string): number {
  const word = folded(text);
  return stepOf(habits, habitWords[word] ?? word);
}

/** The step of a personality, or -1 for a word that is none of it. */
export function personalityStep(text: string): number {
  const word = folded(text);
  return stepOf(personalities, word === 'extravert' ? 'extrovert' : word);
}

/** The word of a step; null for an unknown one. */
export const stepWord = (steps: readonly string[], step: number): string | null =>
  step === unknownCode ? null : steps[step]!;
