// Runs that take minutes: thousands of requests, killed processes, two processes on one cache.
module.exports = {
  displayName: 'llm soak',
  preset: '../../jest.preset.js',
  testMatch: ['<rootDir>/test/**/*.soak.ts'],
  testTimeout: 600_000,
};
