import type { Judged } from '../realism/judged';
import type { VerifyReport } from '../verify';

/** Figures of a report that belong together. */
export interface JudgedSection {
  readonly title: string;
  readonly lead: string;
  readonly figures: readonly Judged[];
}

const known: Readonly<Record<string, Omit<JudgedSection, 'figures'>>> = {
  realism: {
    title: 'Realism',
    lead: 'Whether the data looks like real data of its kind. “Own computation” is this same code on the published file; other sources are the publications that they name.',
  },
  learnability: {
    title: 'Learnability',
    lead: 'Whether a recommender can learn what it should, and no more than that.',
  },
};

/** Every list of judged figures that a report holds, in its order; empty ones left out. */
export const judgedSections = (report: VerifyReport): readonly JudgedSection[] =>
  Object.entries(report).flatMap(([name, value]: [string, unknown]) =>
    isJudged(value) && value.length > 0
      ? [{ ...(known[name] ?? { title: titleOf(name), lead: '' }), figures: value }]
      : [],
  );

const isJudged = (value: unknown): value is readonly Judged[] =>
  Array.isArray(value) && value.every((one: object) => 'figure' in one && 'verdict' in one);

/** `twinFigures`: Twin figures. */
const titleOf = (name: string): string => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
