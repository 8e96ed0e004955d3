import type { OutputFormat } from '@synth/io';

/** A format that writes facts to `summary.json`, whole or not at all like every file of a run. */
export const summaryFormat = (facts: unknown): OutputFormat => ({
  name: 'summary',
  description: 'facts of a training set',
  files: () => [
    {
      path: 'summary.json',
      tables: [],
      splittable: false,
      encoder: () => ({ encode: () => [], finish: () => [] }),
      assembler: () => ({
        start: () => new TextEncoder().encode(`${JSON.stringify(facts, undefined, 2)}\n`),
        append: () => [],
        end: () => ({}),
      }),
    },
  ],
});
