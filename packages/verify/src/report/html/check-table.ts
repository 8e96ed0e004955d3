import type { Check } from '../../integrity/check';
import { table } from './table';

const columns = [
  { head: 'Check', name: 'title' },
  { head: 'Verdict', name: 'verdict' },
  { head: 'What was found', name: 'source' },
];

const verdicts: Readonly<Record<Check['status'], string>> = {
  pass: 'pass',
  warn: 'worth a look',
  fail: 'fail',
  skip: 'not looked at',
};

/** Checks of the files: what failed first. */
export function checkTable(caption: string, checks: readonly Check[]): string {
  const order: readonly Check['status'][] = ['fail', 'warn', 'skip', 'pass'];
  const sorted = [...checks].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return table(
    caption,
    columns,
    sorted.map(({ name, status, detail }) => ({ state: status, cells: [name, verdicts[status], detail] })),
  );
}
