import type { Option } from '../options/option';
import type { Output } from '../context';
import { wrap } from './columns';
import { styled } from './style';

/** A page of help. */
export interface HelpPage {
  readonly usage: string;
  readonly summary: string;
  readonly groups: readonly { readonly title: string; readonly options: readonly Option[] }[];
  /** Lines after the options: examples, where to read on. */
  readonly notes?: readonly string[];
}

const nameColumn = 28;

export function helpText(page: HelpPage, output: Output): string {
  const width = Math.min(output.columns, 110);
  const lines = [styled(output, 'bold', page.usage), ...wrap(page.summary.split(' '), width)];
  for (const { title, options } of page.groups.filter((group) => group.options.length > 0)) {
    lines.push('', styled(output, 'bold', title), ...options.flatMap((option) => optionLines(option, width)));
  }
  if (page.notes !== undefined) lines.push('', ...page.notes);
  return `${lines.join('\n')}\n`;
}

function optionLines(option: Option, width: number): readonly string[] {
  const name = `  --${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
  const text =
    option.default === undefined ? option.description : `${option.description} (${option.default})`;
  const described = wrap(text.split(' '), width - nameColumn);
  const indent = ' '.repeat(nameColumn);
  const first = described[0] ?? '';
  const head = name.length < nameColumn ? [name.padEnd(nameColumn) + first] : [name, indent + first];
  return [...head, ...described.slice(1).map((line) => indent + line)];
}
