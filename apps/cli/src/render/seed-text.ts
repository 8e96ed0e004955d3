import type { Output } from '../context';
import { countText } from './numbers';
import { styled } from './style';

/** What became of people that were to be written to services, or taken away. */
export interface SeedFacts {
  readonly event: 'people-planned' | 'people-seeded' | 'people-cleared';
  /** Rows by table; sessions are texts of Redis. */
  readonly rows: Readonly<Record<string, number>>;
  readonly subject?: string;
  /** The command to try next. */
  readonly next?: string;
}

const heads = {
  'people-planned': 'would be written; nothing was',
  'people-seeded': 'written',
  'people-cleared': 'taken away',
} as const;

/** A seed in a line or two. */
export function seedText({ event, rows, subject, next }: SeedFacts, output: Output): string {
  const counts = Object.entries(rows).map(([table, count]) => `${countText(count)} ${table}`);
  const what = [...counts, ...(subject === undefined ? [] : [subject])].join(' · ');
  return [
    `${styled(output, 'bold', heads[event])}  ${what}`,
    ...(next === undefined ? [] : [`next:  ${styled(output, 'cyan', next)}`]),
    '',
  ].join('\n');
}
