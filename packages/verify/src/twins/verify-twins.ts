import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';
import type { OptionDifference } from './option-differences';
import { optionDifferences } from './option-differences';
import type { TableDifference } from './table-difference';
import { tableDifference } from './table-difference';
import type { TwinData, TwinSide, TwinTable } from './twin-side';
import { twinSide } from './twin-side';

/** Two runs beside each other; plain JSON. */
export interface TwinsReport {
  readonly version: 1;
  readonly a: string;
  readonly b: string;
  /** The options that differ, and input tables that do. */
  readonly options: readonly OptionDifference[];
  readonly tables: readonly TableDifference[];
  readonly verdict: TwinsVerdict;
}

/** Whether two runs are twins, and what follows. */
export interface TwinsVerdict {
  /** False where the seed differs, and where the same options made different rows. */
  readonly ok: boolean;
  readonly code: 'SAME' | 'OPTIONS_DIFFER' | 'OTHER_LUCK' | 'NOT_REPRODUCED';
  readonly sentence: string;
}

/**
 * Compares two runs that share their luck: which options differ, and how many rows of each user do, table by table. The
 * same options give exactly 0; with one option changed, what differs is what that option touches, since every draw has a
 * stream of its own.
 *
 * @param a the folder of a run, or data in memory as `interactions(...)` returns it
 * @throws SynthError `TWINS_UNSUITED` for runs of different datasets, or without a common format; the codes of `@synth/io`
 *   for a folder that is no run
 * @example
 * ```ts
 * import { interactions } from '@synth/interactions';
 *
 * const options = { users: 50, items: 30, seed: 'monday' };
 * const { tables, verdict } = await verifyTwins(interactions(options), interactions(options));
 * verdict.code; // => 'SAME'
 * tables.map(({ different }) => different); // => [0, 0, 0, 0, 0]
 * ```
 */
export async function verifyTwins(a: string | TwinData, b: string | TwinData): Promise<TwinsReport> {
  const [first, second] = [await twinSide(a, 'a'), await twinSide(b, 'b')];
  if (first.dataset !== second.dataset) {
    throw unsuited(
      `${first.name} is ${first.dataset ?? 'data in memory'}, ${second.name} ${second.dataset ?? 'data in memory'}`,
      'two runs of one dataset in one version',
    );
  }
  const options = [
    ...optionDifferences(first.config, second.config),
    ...optionDifferences({ input: { ...first.inputs } }, { input: { ...second.inputs } }),
  ];
  const tables: TableDifference[] = [];
  for (const table of first.tables) {
    const twin = second.tables.find(({ name }) => name === table.name);
    if (twin === undefined) continue;
    const format = commonFormat(table, twin, [first, second]);
    tables.push(
      await tableDifference(table.name, table.key, { a: table.rows(format), b: twin.rows(format) }),
    );
  }
  return { version: 1, a: first.name, b: second.name, options, tables, verdict: verdictOf(options, tables) };
}

function commonFormat(a: TwinTable, b: TwinTable, sides: readonly TwinSide[]): string | undefined {
  const format = a.formats.find((one) => b.formats.includes(one));
  if (
    format !== undefined ||
    (a.formats.length === 0 && b.formats.length === 0 && sides[0]!.dataset === undefined)
  )
    return format;
  throw unsuited(
    `${a.name} is written as ${a.formats.join(', ') || 'nothing that is read'} in ${sides[0]!.name}, as ${b.formats.join(', ') || 'nothing that is read'} in ${sides[1]!.name}`,
    'a format that both runs are written in',
  );
}

function verdictOf(options: readonly OptionDifference[], tables: readonly TableDifference[]): TwinsVerdict {
  const changed = tables.filter(
    ({ different, onlyIn }) => different > 0 || onlyIn.a.length + onlyIn.b.length > 0,
  );
  const names = options.map(({ option }) => option).join(', ');
  if (options.some(({ option }) => option === 'seed')) {
    return {
      ok: false,
      code: 'OTHER_LUCK',
      sentence: `These are no twins: they differ in their seed${options.length > 1 ? ` (${names})` : ''}.`,
    };
  }
  if (options.length === 0) {
    return changed.length === 0
      ? { ok: true, code: 'SAME', sentence: 'The same options, and not a row differs.' }
      : {
          ok: false,
          code: 'NOT_REPRODUCED',
          sentence: `The same options made different rows: ${changed.map(({ table }) => table).join(', ')}.`,
        };
  }
  const main = changed.find(({ table }) => table === 'interactions') ?? changed[0];
  const effect =
    main === undefined
      ? 'not a row differs'
      : `${main.table} differ for ${percent(main.share)} of users, by ${Number(main.meanRows.toPrecision(3))} rows on average`;
  return { ok: true, code: 'OPTIONS_DIFFER', sentence: `They differ in ${names}: ${effect}.` };
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;

const unsuited = (message: string, allowed: string): SynthError<VerifyErrorCode> =>
  new SynthError({ code: 'TWINS_UNSUITED', message: `no twins: ${message}`, field: 'twin', allowed });
