import type { CoreErrorCode } from '../errors/codes';
import { SynthError } from '../errors/synth-error';

/**
 * Something that must hold. Laws come in arrays, for any test runner:
 * `for (const law of laws) it(law.name, () => law.check())`.
 */
export interface Law {
  /** What must hold, as the rest of a sentence that begins with "it": `gives the same draws for the same key`. */
  readonly name: string;
  /**
   * Returns where the law holds.
   *
   * @throws SynthError `LAW_BROKEN` where it does not, saying what was found
   */
  check(): void;
}

/** Fails a law unless `holds`; `found` says what was seen. */
export function demand(holds: boolean, found: string | (() => string)): void {
  if (holds) return;
  throw new SynthError<CoreErrorCode>({
    code: 'LAW_BROKEN',
    message: typeof found === 'string' ? found : found(),
  });
}

/** Fails a law unless an estimate lies within `limit` standard errors of what is expected. */
export function demandNear(
  what: string,
  estimate: number,
  expected: number,
  error: number,
  limit: number,
): void {
  const z = (estimate - expected) / error;
  demand(Math.abs(z) <= limit, `${what} is ${estimate}, ${z.toFixed(1)} standard errors from ${expected}`);
}
