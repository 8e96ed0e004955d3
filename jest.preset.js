// Libraries that ship ES modules only and that Jest's CommonJS runtime must transform.
const esmOnly = [
  'hyparquet',
  'hyparquet-writer',
  '@noble/hashes',
  '@observablehq/plot',
  'd3',
  'd3-[a-z-]+',
  'delaunator',
  'internmap',
  'isoformat',
  'robust-predicates',
];

module.exports = {
  reporters: ['default', require.resolve('./tools/jest/specs-reporter.cjs')],
  testEnvironment: 'node',
  // Specs are never about speed: a busy machine may be slow.
  testTimeout: 300_000,
  // Looking these up in the global object of a test takes longer than what hot loops do with them.
  sandboxInjectedGlobals: ['Math', 'Number', 'Object', 'Array', 'Int32Array', 'Uint32Array', 'Float64Array'],
  testMatch: ['<rootDir>/{src,test}/**/*.spec.ts'],
  // Tests run from source: no package needs a build first. What ships is tested by verify:install.
  testEnvironmentOptions: { customExportConditions: ['@synth/source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { swcrc: false, jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};
