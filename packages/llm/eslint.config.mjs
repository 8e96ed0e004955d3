import { packageRules } from '../../tools/eslint/package.mjs';

export default [
  ...packageRules({
    platform: 'any',
    dir: import.meta.dirname,
    // Loaded on first use by the adapters, and only there; never installed with this package.
    ignoredDependencies: ['openai', '@google/genai'],
    adapters: ['**/src/providers/*/load-*.ts'],
  }),
  // The local server of @synth/llm/testing listens on a port: that entry alone needs Node.
  { files: ['**/src/testing/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
];
