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
      otherFiles: ['items.csv', 'manifest.json'],
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

it('adds up the parts of a table, and shows sample rows before what is next', () => {
  const text = summaryText(
    {
      out: 'big',
      generator: 'interactions',
      subject: '5 users',
      mainFiles: [
        { path: 'interactions/part-00000-of-00002.csv', rows: 10, bytes: 100 },
        { path: 'interactions/part-00001-of-00002.csv', rows: 5, bytes: 50 },
      ],
      otherFiles: ['users/part-00000-of-00002.csv', 'users/part-00001-of-00002.csv', 'card.md'],
      figures: [],
      sample: ['  user_id', '  u1'],
      next: 'synth verify-files big',
    },
    fakeOutput(),
  );
  expect(text).toBe(
    [
      'big  interactions  5 users',
      'interactions/   15 rows   150 B',
      'users/ card.md',
      '  user_id',
      '  u1',
      'next:  synth verify-files big',
      '',
    ].join('\n'),
  );
});
