import nx from '@nx/eslint-plugin';
import jsonParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';
import { workspace } from './workspace.mjs';

/** Determinism: the same bytes on every engine, from the seed alone. */
const deterministic = [
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is an argument: take an Rng.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument: take a Clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument: take a Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='pow']",
    message: 'Engines differ in Math.pow: use powr of @synth/core, or multiply.',
  },
  {
    selector:
      "BinaryExpression[operator='**']:not([right.type='Literal'][right.raw=/^[0-9]+$/]):not([right.type='UnaryExpression'][right.argument.raw=/^[0-9]+$/])",
    message: 'Engines differ in ** with a non-integer exponent: use powr of @synth/core.',
  },
];

const lazyImport = {
  selector: 'ImportExpression',
  message: 'Libraries are loaded lazily only by the adapters (see adapterFolders of this package).',
};

/**
 * The rules of a publishable package.
 *
 * @param options.platform 'any': no node: imports. 'node': may use them
 * @param options.dir the package's folder (`import.meta.dirname` of its eslint.config.mjs)
 * @param options.ignoredDependencies libraries that an adapter loads on demand or that the build copies in;
 *   they must not enter `dependencies`
 * @param options.adapters globs of files that may use `import()`
 * @param options.systemClock globs of the files exempt from the clock rule
 */
export const packageRules = ({
  platform,
  dir,
  ignoredDependencies = [],
  adapters = [],
  systemClock = [],
}) => [
  ...workspace,
  {
    files: ['**/package.json'],
    languageOptions: { parser: jsonParser },
    plugins: { '@nx': nx },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          ignoredDependencies,
          // Specs, benches and tool configurations run in the workspace only.
          ignoredFiles: [
            '{projectRoot}/**/*.config.*',
            '{projectRoot}/**/*.spec.ts',
            '{projectRoot}/test/**/*',
            '{projectRoot}/bench/**/*',
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', '**/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: dir },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      'no-restricted-syntax': ['error', ...deterministic, lazyImport],
      'no-console': 'error',
      ...(platform === 'any'
        ? {
            'no-restricted-imports': [
              'error',
              {
                patterns: [
                  {
                    group: ['node:*', 'fs', 'path', 'crypto'],
                    message: 'This package also runs in a browser.',
                  },
                ],
              },
            ],
          }
        : {}),
    },
  },
  // Benches measure what ships: the built package, by name.
  { files: ['bench/**/*', '**/bench/**/*'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  ...(adapters.length === 0
    ? []
    : [{ files: adapters, rules: { 'no-restricted-syntax': ['error', ...deterministic] } }]),
  ...(systemClock.length === 0 ? [] : [{ files: systemClock, rules: { 'no-restricted-syntax': 'off' } }]),
];
