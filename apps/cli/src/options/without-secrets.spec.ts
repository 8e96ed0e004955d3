import { withoutSecrets } from './without-secrets';

it('hides passwords and keys, and nothing else', () => {
  const word = 'hush';
  const stars = '***';
  const args = [
    ...[
      'simulate',
      'match',
      '--redis',
      `redis://:${word}@h:1/0`,
      '--postgres',
      `postgres://me:${word}@x@h/d`,
    ],
    ...['--supabase-key', word, `--supabase-key=${word}`, '--supabase', 'http://h:3000', '--out', 'a:b@c'],
  ];
  expect(withoutSecrets(args)).toEqual([
    ...['simulate', 'match', '--redis', 'redis://:***@h:1/0', '--postgres', `postgres://me:${stars}@h/d`],
    ...['--supabase-key', '***', '--supabase-key=***', '--supabase', 'http://h:3000', '--out', 'a:b@c'],
  ]);
});
