import { packageRules } from '../../tools/eslint/package.mjs';

export default packageRules({
  platform: 'node',
  dir: import.meta.dirname,
  // Datasets are imported by workers, from where they say.
  adapters: ['**/src/workers/load-dataset.ts'],
});
