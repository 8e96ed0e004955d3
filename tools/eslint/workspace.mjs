import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';

const clients = ['kafkajs', 'ioredis', '@qdrant/*', '@supabase/*'];
const models = ['openai', '@google/*'];

/** Who may import whom, by tag. Third-party clients never enter a package but through its adapter. */
const depConstraints = [
  {
    sourceTag: 'type:core',
    onlyDependOnLibsWithTags: ['type:core', 'type:testkit'],
    bannedExternalImports: ['zod', ...clients, ...models],
  },
  {
    sourceTag: 'type:io',
    onlyDependOnLibsWithTags: ['type:core', 'type:io', 'type:testkit'],
    bannedExternalImports: models,
  },
  {
    sourceTag: 'type:llm',
    onlyDependOnLibsWithTags: ['type:core', 'type:llm', 'type:testkit'],
    bannedExternalImports: clients,
  },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:core', 'type:llm', 'type:domain', 'type:testkit'],
    bannedExternalImports: [...clients, ...models],
  },
  {
    sourceTag: 'type:verify',
    onlyDependOnLibsWithTags: [
      'type:core',
      'type:io',
      'scope:interactions',
      'scope:match-events',
      'type:verify',
      'type:testkit',
    ],
    bannedExternalImports: [...clients, ...models],
  },
  { sourceTag: 'uses:none', onlyDependOnLibsWithTags: ['type:core', 'type:testkit'] },
  { sourceTag: 'uses:llm', onlyDependOnLibsWithTags: ['type:core', 'type:llm', 'type:testkit'] },
  {
    sourceTag: 'uses:interactions',
    onlyDependOnLibsWithTags: ['type:core', 'scope:interactions', 'type:testkit'],
  },
  { sourceTag: 'type:testkit', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['*'] },
];

const boundaries = {
  enforceBuildableLibDependency: true,
  banTransitiveDependencies: true,
  // testkit is never built: specs run from source. That no shipped file imports it, dependency-checks sees.
  allow: ['^.*/eslint\\.config\\.mjs$', '^.*/tools/.*\\.mjs$', '@synth/testkit'],
  // One entry of it is loaded for a report only, the others with the command that needs them.
  checkDynamicDependenciesExceptions: ['^@synth/verify'],
  depConstraints,
};

/** Rules that hold in every project: import directions, no wall clock, no global randomness. */
export const workspace = [
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  {
    ignores: ['**/dist', '**/out-tsc', '**/coverage', '**/out', '**/tmp', '**/test-install', '.nx'],
  },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js', '**/*.cjs'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaries],
    },
  },
  {
    // These run against the built package, by its name.
    files: ['**/bench/**', '**/test/engines/**'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { ...boundaries, allowCircularSelfDependency: true }],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Bounds are known where typed arrays are read in a loop.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.cjs', '**/jest.preset.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
];
