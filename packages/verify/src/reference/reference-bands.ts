import type { Seed } from '@synth/core';
import { SynthError } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { cfViability } from '@synth/interactions';
import type { Band } from '@synth/interactions/evaluate';
import { liftOverPopularity } from '@synth/interactions/evaluate';
import type { VerifyErrorCode } from '../errors';
import { learnability } from '../learnability/learnability';
import { withoutEmpty } from '../learnability/without-empty';
import { bandsOf } from '../realism/bands-of';
import { learnabilityNames, realismNames } from '../realism/figure-names';
import { shapeFigures } from '../realism/shape-figures';
import type { Figures } from './measured-bands';
import { measuredBands } from './measured-bands';

/** The least that a comparison says anything on. */
export const fewestUsers = 40;
export const fewestItems = 20;

/** What a reference says of its own figures: their values, and the bands that generated data is held to. */
export interface ReferenceBands {
  readonly values: Figures;
  readonly bands: readonly Band[];
}

/**
 * The figures of realism and learnability of a reference, with a band for each: its value and how far its halves differ
 * ({@link measuredBands}). Two bands are no measurement: where the reference beats popularity (P01), what is held against
 * it must too; and the shuffle (P02) has to fail as it does on any data that teaches, if it does so on the reference.
 *
 * @param reference without empty rows and columns
 * @param options.plays whether the values of the matrix are plays
 */
export function referenceBands(
  reference: InteractionMatrix,
  { seed, maxUsers, plays }: { readonly seed: Seed; readonly maxUsers?: number; readonly plays: boolean },
): ReferenceBands {
  const judged = maxUsers === undefined ? {} : { maxUsers };
  const learnt = learnability(reference, { seed, quick: true, ...judged }).figures;
  const values = { ...shapeFigures(reference, { seed, plays }), ...learnt };
  const measured = measuredBands(
    reference,
    values,
    (half) => figuresOfHalf(half, { seed, plays, ...judged }),
    {
      names: { ...realismNames, ...learnabilityNames },
      seed,
    },
  );
  const laws = bandsOf(undefined).filter(
    ({ id, figure, low, high }) => id === 'P02' && values[figure]! >= low && values[figure]! <= high,
  );
  const beatsPopularity = (values['lift'] ?? 0) > 1;
  return {
    values,
    bands: [
      ...measured
        .filter(({ figure }) => !laws.some((law) => law.figure === figure))
        .map((band) =>
          band.figure === 'lift' && beatsPopularity ? { ...band, low: Math.max(1, band.low) } : band,
        ),
      ...laws,
    ],
  };
}

function figuresOfHalf(
  half: InteractionMatrix,
  { plays, ...judged }: { readonly seed: Seed; readonly maxUsers?: number; readonly plays: boolean },
): Figures {
  if (half.rows < 2 || cfViability(half, { seed: judged.seed }).verdict === 'impossible') return {};
  const { lift, nullLift, ratio } = liftOverPopularity(half, judged);
  return { ...shapeFigures(half, { seed: judged.seed, plays }), lift, nullLift, ratio };
}

/**
 * The matrix of a reference that is large enough to compare with.
 *
 * @throws SynthError `REFERENCE_UNSUITED`
 */
export function requireReference(name: string, matrix: InteractionMatrix, seed: Seed): InteractionMatrix {
  const whole = withoutEmpty(matrix);
  const unsuited = (message: string): SynthError<VerifyErrorCode> =>
    new SynthError({
      code: 'REFERENCE_UNSUITED',
      message: `the reference ${name} ${message}`,
      field: 'reference',
      value: name,
      allowed: `interactions of ${fewestUsers} users and ${fewestItems} items or more, that overlap`,
    });
  if (whole.rows < fewestUsers || whole.cols < fewestItems)
    throw unsuited(`has ${whole.rows} users and ${whole.cols} items`);
  const { verdict, reasons } = cfViability(whole, { seed });
  if (verdict === 'impossible') throw unsuited(`cannot be learnt from: ${reasons[0]!}`);
  return whole;
}
