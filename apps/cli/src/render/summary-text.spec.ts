import { fakeOutput } from '../../test/fixtures/fake-context';
import { summaryText } from './summary-text';

it('says what was made of what, the files, the figures and what to do next', () => {
  const text = summaryText(
    {
      out: 'songs-sim',
      generator: 'interactions',
      subject: '234 items from songs.csv · 164 users · preset standard',
      mainFiles: [
        { path: 'interactions.csv', rows: 2580, bytes: 96_000 },
        { path: 'events.csv', rows: 10_780, bytes: 1_200_000 },
      ],
      otherFiles: [
        { path: 'items.csv', rows: 234, bytes: 1 },
        { path: 'manifest.json', bytes: 1 },
      ],
      figures: ['density 6.7%', 'item Gini .49'],
      next: 'npx @synth/cli verify songs-sim --open',
    },
    fakeOutput(),
  );
  expect(text).toBe(
    [
      'songs-sim  interactions  234 items from songs.csv · 164 users · preset standard',
      'interactions.csv    2,580 rows    96 kB',
      'events.csv         10,780 rows   1.2 MB',
      'items.csv manifest.json',
      'density 6.7% · item Gini .49',
      'next:  npx @synth/cli verify songs-sim --open',
      '',
    ].join('\n'),
  );
});
