import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '@synth/io';
import type { Context } from '../context';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import type * as ReportPage from './report-page';

/** Where a report was written, and whether a browser shows it; null where none was asked to. */
export interface HtmlReport {
  readonly path: string;
  readonly opened: boolean | null;
}

/**
 * Writes the page that `--html` or `--open` asks for, and opens it; undefined where neither does.
 *
 * @param about what was verified; `draw` makes the page of it
 * @throws SynthError `OUTPUT_UNWRITABLE`
 */
export async function htmlReport(
  values: OptionValues,
  about: string,
  draw: (pages: typeof ReportPage, made: { readonly madeBy: string }) => string,
  context: Context,
): Promise<HtmlReport | undefined> {
  const open = values.get('open') === true;
  const path = textOf(values, 'html') ?? (open ? besideOf(about) : undefined);
  if (path === undefined) return undefined;
  // The library of the drawings is loaded for a report only.
  const pages = await import('./report-page');
  await writeWhole(path, draw(pages, { madeBy: `synth ${context.version}` }));
  return { path, opened: open ? await context.openFile(resolve(path)) : null };
}

/** What to say of it. */
export function htmlReportText({ path, opened }: HtmlReport): string {
  if (opened === null) return `report: ${path}\n`;
  return opened ? `report: ${path}, opened\n` : `report: ${path} (no browser could be opened here)\n`;
}

/** Beside what was verified, so that the folder of a run holds nothing but the run. */
function besideOf(path: string): string {
  const whole = resolve(path);
  const name = `${basename(whole, extname(whole))}.report.html`;
  // `songs-sim` stays relative; `.` and `..` are named by where they lead.
  return basename(path) === basename(whole) ? join(dirname(path), name) : join(dirname(whole), name);
}

/** Writes beside the place and renames, so that nobody finds half a page. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}-${randomUUID()}`);
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new SynthError<IoErrorCode>({
      code: 'OUTPUT_UNWRITABLE',
      message: `the report cannot be written to ${path}`,
      field: '--html',
      value: path,
      allowed: 'a file in a folder that is there and can be written to',
      remedy: 'name another file: --html FILE',
      cause,
    });
  }
}
