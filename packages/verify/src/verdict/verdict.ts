import type { CfViability } from '@synth/interactions';
import type { Check } from '../integrity/check';
import type { Judged } from '../realism/judged';
import { referenceReasons } from '../reference/reference-reasons';

/** Why data does not pass. */
export interface Reason {
  readonly code:
    /** Files, keys, references, types, ranges: a check of integrity failed. */
    | 'NOT_WHOLE'
    /** Users and items do not overlap enough to learn anything from. */
    | 'NO_OVERLAP'
    /** Every user has the same items. */
    | 'SAME_USERS'
    /** Nobody could be judged: too few interactions to hold any out. */
    | 'TOO_SMALL'
    /** There is no long tail. */
    | 'FLAT_POPULARITY'
    /** A shuffled copy teaches as much. */
    | 'NO_TASTE'
    /** What can be learnt is out of its band. */
    | 'SIGNAL_OUT_OF_BAND'
    /** Fewer than 85% of the figures of shape are in band. */
    | 'SHAPE_OUT_OF_BAND'
    /** Fewer than 85% of the figures of shape are as in the reference. */
    | 'UNLIKE_REFERENCE'
    /** Columns are spread, or go together, otherwise than in the reference (P21). */
    | 'UNLIKE_COLUMNS'
    /** A classifier tells the users from those of the reference (P19). */
    | 'TOLD_APART'
    /** Recommenders come in another order than on the reference (P03). */
    | 'OTHER_ORDER'
    /** What is tuned here does badly on the reference (P20). */
    | 'OTHER_TUNING'
    /** There is too little to compare with the reference. */
    | 'NOT_COMPARED';
  readonly text: string;
}

/** The answer. */
export interface Verdict {
  readonly ok: boolean;
  /** The first sentence of a report. */
  readonly sentence: string;
  readonly reasons: readonly Reason[];
}

/** What a verdict is given on. */
export interface Evidence {
  readonly checks: readonly Check[];
  readonly viability: Pick<CfViability, 'verdict' | 'reasons'>;
  readonly sameUsers: boolean;
  readonly realism: readonly Judged[];
  readonly learnability: readonly Judged[];
  /** The figures of the comparison with a reference: empty where there was too little to compare. */
  readonly comparison?: readonly Judged[];
}

/** The share of judged figures of shape that has to be in band. */
const enough = 0.85;

/** Whether data is whole, looks as it should and teaches what it should, with every reason against it. */
export function verdict(evidence: Evidence): Verdict {
  const { checks, viability, sameUsers, realism, learnability, comparison } = evidence;
  const value = (figure: string): number | null =>
    [...realism, ...learnability].find((one) => one.figure === figure)?.value ?? null;
  const lift = value('lift');
  const nullLift = value('nullLift');
  const reasons: Reason[] = [];
  const add = (code: Reason['code'], text: string): void => void reasons.push({ code, text });
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.length > 0) add('NOT_WHOLE', failed.map(({ name, detail }) => `${name}: ${detail}`).join('; '));
  if (viability.verdict === 'impossible') add('NO_OVERLAP', viability.reasons[0]!.replace(/\.$/, ''));
  else if (sameUsers)
    add('SAME_USERS', 'every user has the same items, so that there is nothing left to tell apart');
  else if (lift === null || nullLift === null) {
    add('TOO_SMALL', 'there are too few interactions to hold some out and find them again');
  } else {
    const flat = realism.find(({ figure }) => figure === 'itemGini');
    if (flat?.verdict === 'out' && flat.value! < flat.low!) {
      add(
        'FLAT_POPULARITY',
        `popularity is flat: Gini of items ${shown(flat.value!)}, real data ${shown(flat.low!)} or more`,
      );
    }
    const out = learnability.filter((one) => one.verdict === 'out' && one.figure !== 'lastOutRatio');
    const wants = learnability.find(({ figure }) => figure === 'lift');
    if (
      out.length > 0 &&
      wants?.low !== null &&
      wants !== undefined &&
      wants.low >= 1 &&
      (nullLift >= 0.9 * lift || lift <= 1)
    ) {
      add(
        'NO_TASTE',
        `ItemKNN reaches ${shown(lift)}x popularity, and ${shown(nullLift)}x on a copy without tastes`,
      );
    } else if (out.length > 0) add('SIGNAL_OUT_OF_BAND', out.map(bandText).join('; '));
  }
  const judged = realism.filter((one) => one.verdict === 'in' || one.verdict === 'out');
  const wrong = judged.filter((one) => one.verdict === 'out');
  if (
    judged.length - wrong.length < enough * judged.length &&
    !reasons.some(({ code }) => code === 'FLAT_POPULARITY')
  ) {
    const shares = `${judged.length - wrong.length} of ${judged.length} figures of shape`;
    const texts = wrong.map(bandText).join('; ');
    if (comparison === undefined) add('SHAPE_OUT_OF_BAND', `${shares} are in band: ${texts}`);
    else add('UNLIKE_REFERENCE', `${shares} are as in the reference: ${texts}`);
  }
  if (comparison?.length === 0)
    add('NOT_COMPARED', 'there are too few users or items to compare with the reference');
  reasons.push(...referenceReasons(comparison ?? [], bandText));
  const sentence = sentenceOf(reasons, lift, nullLift);
  return {
    ok: reasons.length === 0,
    sentence:
      comparison === undefined || reasons.length > 0 ? sentence : `It is like the reference. ${sentence}`,
    reasons,
  };
}

function sentenceOf(reasons: readonly Reason[], lift: number | null, nullLift: number | null): string {
  const learnt =
    lift === null || nullLift === null
      ? ''
      : `ItemKNN reaches ${shown(lift)}x popularity, on a shuffled copy ${shown(nullLift)}x`;
  const [first] = reasons;
  if (first === undefined) {
    return lift !== null && lift > 1
      ? `A recommender can learn from this data: ${learnt}.`
      : `As intended, tastes are too faint to beat popularity: ${learnt}.`;
  }
  switch (first.code) {
    case 'NOT_WHOLE':
      return `This data is not whole: ${first.text}.`;
    case 'NO_OVERLAP':
    case 'SAME_USERS':
    case 'TOO_SMALL':
      return `A recommender cannot learn from this data: ${lower(first.text)}.`;
    case 'NO_TASTE':
      return `A recommender learns no taste from this data: ${first.text}.`;
    case 'FLAT_POPULARITY':
      return `This data has no long tail: ${first.text}.`;
    case 'SIGNAL_OUT_OF_BAND':
      return `What a recommender learns from this data is out of band: ${first.text}.`;
    case 'SHAPE_OUT_OF_BAND':
      return `A recommender can learn from this data (${learnt}), but it is not shaped as it should be: ${first.text}.`;
    case 'UNLIKE_REFERENCE':
    case 'UNLIKE_COLUMNS':
    case 'TOLD_APART':
    case 'OTHER_ORDER':
    case 'OTHER_TUNING':
      return `This data is not like the reference: ${first.text}.`;
    case 'NOT_COMPARED':
      return `This data was not compared: ${first.text}.`;
  }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Three significant digits. */
const shown = (value: number): string => String(Number(value.toPrecision(3)));

const bandText = ({ title, value, low, high }: Judged): string =>
  `${title} ${shown(value!)}, not ${shown(low!)} to ${shown(high!)}`;
