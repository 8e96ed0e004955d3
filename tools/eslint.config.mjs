import { workspace } from './eslint/workspace.mjs';

const ofNode = [
  'AbortController',
  'Buffer',
  'URL',
  'console',
  'fetch',
  'globalThis',
  'performance',
  'process',
];
const ofJest = ['afterAll', 'beforeAll', 'describe', 'expect', 'it', 'jest'];
const ofCommonJs = ['__dirname', 'module', 'require'];
const globals = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default [
  ...workspace,
  {
    // No compiler reads these scripts: a name that nothing declares is found here.
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globals(ofNode) },
    rules: { 'no-undef': 'error' },
  },
  { files: ['**/*.spec.mjs'], languageOptions: { globals: globals(ofJest) } },
  { files: ['**/*.cjs', '**/import-meta-url.js'], languageOptions: { globals: globals(ofCommonJs) } },
];
