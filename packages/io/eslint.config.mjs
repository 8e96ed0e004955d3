import { packageRules } from '../../tools/eslint/package.mjs';

export default packageRules({
  platform: 'node',
  dir: import.meta.dirname,
  // Loaded on first use by the sinks, and only there; never installed with this package.
  ignoredDependencies: [
    'kafkajs',
    'ioredis',
    '@qdrant/js-client-rest',
    '@supabase/supabase-js',
    'pg',
    'pg-copy-streams',
  ],
  // Besides, datasets are imported by workers, from where they say.
  adapters: ['**/src/sinks/*/open-*.ts', '**/src/sinks/*/connect-*.ts', '**/src/workers/load-dataset.ts'],
});
