const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { stripVTControlCharacters } = require('node:util');

const root = join(__dirname, '../..');
const narrowed = ['testNamePattern', 'onlyChanged', 'onlyFailures', 'shard'];

/** What failed in a file, each with the first lines of why. */
function failuresOf({ testResults, testExecError }) {
  const failed = testResults.filter(({ status }) => status === 'failed');
  const told = failed.map(({ fullName, failureMessages }) => `${fullName}: ${beginning(failureMessages[0])}`);
  return testExecError === undefined
    ? told
    : [...told, beginning(testExecError.message || testExecError.stack)];
}

const beginning = (text = '') => stripVTControlCharacters(text).split('\n').slice(0, 8).join('\n');

/**
 * Records which spec files ran, and in which version, as tmp/specs/<project>.json: an output of the `test` target,
 * so that a result from Nx's cache brings its record along. tools/verify/specs.mjs compares it with the disk.
 */
module.exports = class SpecsReporter {
  constructor(config) {
    this.config = config;
  }

  onRunComplete(contexts, results) {
    // A run of some specs only is no record of the project.
    if (this.config.testPathPatterns?.patterns?.length > 0) return;
    if (narrowed.some((option) => this.config[option])) return;
    for (const { config } of contexts) {
      const files = results.testResults
        .filter((result) => result.testFilePath.startsWith(config.rootDir + sep))
        .map((result) => ({
          file: relative(root, result.testFilePath).replaceAll(sep, '/'),
          sha256: createHash('sha256').update(readFileSync(result.testFilePath)).digest('hex'),
          passed: result.numPassingTests,
          // A file that does not even load is one failure.
          failed: result.numFailingTests + (result.testExecError && result.numFailingTests === 0 ? 1 : 0),
          skipped: result.numPendingTests + result.numTodoTests,
          failures: failuresOf(result),
        }))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
      mkdirSync(join(root, 'tmp/specs'), { recursive: true });
      const name = config.displayName?.name ?? config.id;
      writeFileSync(join(root, `tmp/specs/${name}.json`), `${JSON.stringify(files, null, 2)}\n`);
    }
  }
};
