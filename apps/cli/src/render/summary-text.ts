import type { Output } from '../context';
import { columnLines, wrap } from './columns';
import { bytesText, countText } from './numbers';
import { styled } from './style';

/** A file of a run. */
export interface FileFacts {
  readonly path: string;
  /** Absent for files that are no tables. */
  readonly rows?: number;
  readonly bytes: number;
}

/** What a person asks of a run that is done. */
export interface SummaryFacts {
  readonly out: string;
  /** What is made of what: `interactions`, `234 items from songs.csv · 164 users · preset standard`. */
  readonly generator: string;
  readonly subject: string;
  /** Files that have a line of their own, and those that are only named. */
  readonly mainFiles: readonly FileFacts[];
  readonly otherFiles: readonly FileFacts[];
  readonly figures: readonly string[];
  /** The command to try next. */
  readonly next: string;
}

export function summaryText(facts: SummaryFacts, output: Output): string {
  const { out, generator, subject, mainFiles, otherFiles, figures, next } = facts;
  return [
    `${styled(output, 'bold', out)}  ${generator}  ${subject}`,
    ...columnLines(
      mainFiles.map(({ path, rows, bytes }) => [
        path,
        rows === undefined ? '' : `${countText(rows)} rows`,
        bytesText(bytes),
      ]),
      { gap: '   ', right: new Set([1, 2]) },
    ),
    ...wrap(
      otherFiles.map(({ path }) => path),
      Math.min(output.columns, 110),
    ),
    ...(figures.length === 0 ? [] : [figures.join(' · ')]),
    `next:  ${styled(output, 'cyan', next)}`,
    '',
  ].join('\n');
}
