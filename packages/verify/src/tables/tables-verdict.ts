import type { Check } from '../integrity/check';
import type { Judged } from '../realism/judged';

/** Why plain tables do not pass. */
export interface TablesReason {
  readonly code:
    /** A check of integrity failed: ids, times, numbers. */
    | 'NOT_WHOLE'
    /** Not one figure could be measured: the checks that were skipped say why. */
    | 'NOTHING_MEASURED'
    /** Fewer than 85% of the figures of shape are in band. */
    | 'SHAPE_OUT_OF_BAND';
  readonly text: string;
}

/** The answer about plain tables. */
export interface TablesVerdict {
  readonly ok: boolean;
  /** The first sentence of a report. */
  readonly sentence: string;
  readonly reasons: readonly TablesReason[];
}

/** The share of judged figures of shape that has to be in band. */
const enough = 0.85;

/** Whether tables are whole and look like real ones, with every reason against it. */
export function tablesVerdict(checks: readonly Check[], realism: readonly Judged[]): TablesVerdict {
  const reasons: TablesReason[] = [];
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.length > 0) reasons.push({ code: 'NOT_WHOLE', text: failed.map(checkText).join('; ') });
  if (realism.every(({ value }) => value === null)) {
    const skipped = checks.filter(({ status }) => status === 'skip').map(checkText);
    reasons.push({
      code: 'NOTHING_MEASURED',
      text: skipped.length === 0 ? 'there are no rows to measure' : skipped.join('; '),
    });
  }
  const judged = realism.filter(({ verdict }) => verdict === 'in' || verdict === 'out');
  const out = judged.filter(({ verdict }) => verdict === 'out');
  const inside = judged.length - out.length;
  if (inside < enough * judged.length) {
    reasons.push({
      code: 'SHAPE_OUT_OF_BAND',
      text: `${inside} of ${judged.length} figures of shape are in band: ${out.map(bandText).join('; ')}`,
    });
  }
  return { ok: reasons.length === 0, sentence: sentenceOf(reasons[0], inside, judged.length), reasons };
}

function sentenceOf(first: TablesReason | undefined, inside: number, judged: number): string {
  switch (first?.code) {
    case undefined:
      return judged === 0
        ? 'These tables are whole; there are no bands for what was measured.'
        : `These tables look like real ones: ${inside} of ${judged} figures are in band.`;
    case 'NOT_WHOLE':
      return `This data is not whole: ${first!.text}.`;
    case 'NOTHING_MEASURED':
      return `Nothing could be measured: ${first!.text}.`;
    case 'SHAPE_OUT_OF_BAND':
      return `These tables are not shaped as real ones: ${first!.text}.`;
  }
}

const checkText = ({ name, detail }: Check): string => `${name}: ${detail}`;

/** Three significant digits. */
const shown = (value: number): string => String(Number(value.toPrecision(3)));

const bandText = ({ title, value, low, high, interval }: Judged): string =>
  low === high && interval !== undefined
    ? `${title} ${shown(interval.low)} to ${shown(interval.high)}, without ${shown(low!)}`
    : `${title} ${shown(value!)}, not ${shown(low!)} to ${shown(high!)}`;
