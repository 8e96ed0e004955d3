import type { Output } from '../context';
import { columnLines } from './columns';
import { bytesText, countText } from './numbers';
import { styled } from './style';

/** What a run would make. */
export interface PlanFacts {
  readonly out: string;
  readonly generator: string;
  readonly subject: string;
  readonly files: readonly { readonly path: string; readonly rows: number; readonly bytes?: number }[];
  /** Of all files whose size is known. */
  readonly bytes: number;
  readonly blocks: number;
}

/** A dry run: what of what, the files to expect, their size. */
export function planText(
  { out, generator, subject, files, bytes, blocks }: PlanFacts,
  output: Output,
): string {
  return [
    `${styled(output, 'bold', out)}  ${generator}  ${subject}`,
    ...columnLines(
      files.map((file) => [
        file.path,
        `about ${countText(file.rows)} rows`,
        file.bytes === undefined ? '' : `about ${bytesText(file.bytes)}`,
      ]),
      { gap: '   ', right: new Set([1, 2]) },
    ),
    `about ${bytesText(bytes)} in ${countText(blocks)} blocks of work; nothing was written`,
    '',
  ].join('\n');
}
