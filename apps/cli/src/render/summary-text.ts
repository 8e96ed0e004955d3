import { posix } from 'node:path';
import type { Output } from '../context';
import { columnLines, wrap } from './columns';
import { bytesText, countText } from './numbers';
import { styled } from './style';

/** A file of a run. */
export interface FileFacts {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

/** What a person asks of a run that is done. */
export interface SummaryFacts {
  readonly out: string;
  /** What is made of what: `interactions`, `234 items from songs.csv · 164 users · preset standard`. */
  readonly generator: string;
  readonly subject: string;
  /** Files that have a line of their own. */
  readonly mainFiles: readonly FileFacts[];
  /** The file that took a copy. */
  readonly copy?: string | undefined;
  /** Paths of files that are only named. */
  readonly otherFiles: readonly string[];
  readonly figures: readonly string[];
  /** What is to know of the input, a line each. */
  readonly warnings?: readonly string[];
  /** Lines to look at: a few rows. */
  readonly sample?: readonly string[];
  /** The command to try next. */
  readonly next: string;
}

/** A run in a handful of lines: what of what, files, figures, what to do next. */
export function summaryText(facts: SummaryFacts, output: Output): string {
  const { out, generator, subject, mainFiles, copy, otherFiles, figures } = facts;
  const { warnings = [], sample = [], next } = facts;
  return [
    `${styled(output, 'bold', out)}  ${generator}  ${subject}`,
    ...columnLines(
      partsTogether(mainFiles).map(({ path, rows, bytes }) => [
        path,
        `${countText(rows)} rows`,
        bytesText(bytes),
      ]),
      { gap: '   ', right: new Set([1, 2]) },
    ),
    ...(copy === undefined ? [] : [`also written to ${copy}`]),
    ...wrap([...new Set(otherFiles.map(nameOf))], Math.min(output.columns, 110)),
    ...(figures.length === 0 ? [] : [figures.join(' · ')]),
    ...warnings,
    ...sample,
    `next:  ${styled(output, 'cyan', next)}`,
    '',
  ].join('\n');
}

/** A file by its path, the parts of a table by their folder: `interactions/`. */
const nameOf = (path: string): string => (path.includes('/') ? `${posix.dirname(path)}/` : path);

function partsTogether(files: readonly FileFacts[]): readonly FileFacts[] {
  const groups = new Map<string, FileFacts>();
  for (const { path, rows, bytes } of files) {
    const name = nameOf(path);
    const group = groups.get(name) ?? { path: name, rows: 0, bytes: 0 };
    groups.set(name, { path: name, rows: group.rows + rows, bytes: group.bytes + bytes });
  }
  return [...groups.values()];
}
