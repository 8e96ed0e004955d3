import { escape } from './escape';

/** A cell: text, or markup that is already safe. */
export type Cell = string | { readonly html: string };

/** A column: its head, and the class of its cells. */
export interface Column {
  readonly head: string;
  readonly name: string;
}

/** A table that a phone shows as one block a row. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly { readonly state: string; readonly cells: readonly Cell[] }[],
): string {
  const heads = columns.map(({ head, name }) => `<th scope="col" class="${name}">${escape(head)}</th>`);
  const body = rows.map(({ state, cells }) => {
    const tds = cells.map((cell, at) => {
      const html = typeof cell === 'string' ? escape(cell) : cell.html;
      const { head, name } = columns[at]!;
      return `<td class="${name}" data-head="${escape(head)}">${html}</td>`;
    });
    return `<tr class="${state}">${tds.join('')}</tr>`;
  });
  return [
    `<table><caption>${escape(caption)}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody></table>`,
  ].join('\n');
}
