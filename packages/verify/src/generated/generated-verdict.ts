import type { Check } from '../integrity/check';
import type { Judged } from '../realism/judged';
import type { GeneratorFindings } from './generator-tests';

/** Why a run does not pass. */
export interface GeneratedReason {
  readonly code:
    /** Files, keys, references, types, ranges: a check of integrity failed. */
    | 'NOT_WHOLE'
    /** What was planted is not there, or what can be learnt is out of its band. */
    | 'SIGNAL_OUT_OF_BAND'
    /** Fewer than 85% of the figures of shape are in band. */
    | 'SHAPE_OUT_OF_BAND';
  readonly text: string;
}

/** The answer about a run that is judged by its generator's own tests. */
export interface GeneratedVerdict {
  readonly ok: boolean;
  /** The first sentence of a report. */
  readonly sentence: string;
  readonly reasons: readonly GeneratedReason[];
}

/** The share of judged figures of shape that has to be in band. */
const enough = 0.85;

/** Whether a run is whole, looks as it should and has what was planted, with every reason against it. */
export function generatedVerdict({ checks, realism, learnability }: GeneratorFindings): GeneratedVerdict {
  const reasons: GeneratedReason[] = [];
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.length > 0) reasons.push({ code: 'NOT_WHOLE', text: failed.map(checkText).join('; ') });
  const wrong = learnability.filter(isOut);
  if (wrong.length > 0) reasons.push({ code: 'SIGNAL_OUT_OF_BAND', text: wrong.map(bandText).join('; ') });
  const judged = realism.filter(isJudged);
  const out = judged.filter(isOut);
  if (judged.length - out.length < enough * judged.length) {
    const inBand = `${judged.length - out.length} of ${judged.length} figures of shape are in band`;
    reasons.push({ code: 'SHAPE_OUT_OF_BAND', text: `${inBand}: ${out.map(bandText).join('; ')}` });
  }
  const held = judged.length + learnability.filter(isJudged).length;
  return { ok: reasons.length === 0, sentence: sentenceOf(reasons[0], held), reasons };
}

function sentenceOf(first: GeneratedReason | undefined, held: number): string {
  switch (first?.code) {
    case undefined:
      return held === 0
        ? 'This run is whole; it has nothing else to be held to.'
        : `This run is whole, and looks and teaches as it should: ${held} figures were held to bands.`;
    case 'NOT_WHOLE':
      return `This run is not whole: ${first!.text}.`;
    case 'SIGNAL_OUT_OF_BAND':
      return `What can be learnt from this run is out of band: ${first!.text}.`;
    case 'SHAPE_OUT_OF_BAND':
      return `This run is not shaped as it should be: ${first!.text}.`;
  }
}

const isJudged = ({ verdict }: Judged): boolean => verdict === 'in' || verdict === 'out';
const isOut = ({ verdict }: Judged): boolean => verdict === 'out';

const checkText = ({ name, detail }: Check): string => `${name}: ${detail}`;

/** Three significant digits. */
const shown = (value: number): string => String(Number(value.toPrecision(3)));

const bandText = ({ title, value, low, high }: Judged): string =>
  `${title} ${shown(value!)}, not ${shown(low!)} to ${shown(high!)}`;
