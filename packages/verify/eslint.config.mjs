import { packageRules } from '../../tools/eslint/package.mjs';

export default packageRules({
  platform: 'node',
  dir: import.meta.dirname,
  ignoredDependencies: ['hyparquet', '@observablehq/plot'],
});
