// Round trips through the readers that people use: numpy, scipy, pandas, DuckDB. Brings its own Python environment when
// the machine's lacks them; says what it could not run, and fails then where CI is set. RecBole and the Open Bandit Pipeline
// are run by the Python that SYNTH_RECBOLE_PYTHON names (check-recommenders.py says what it must have), and else only
// named: they take gigabytes.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'synth-readers-'));
const modules = ['numpy', 'scipy', 'pandas', 'pyarrow'];
const missing = [];
let failed = false;

const works = (python) => spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0;

function python() {
  if (process.env.SYNTH_PYTHON !== undefined) return process.env.SYNTH_PYTHON;
  if (works('python3')) return 'python3';
  const venv = join(root, 'node_modules/.cache/synth-readers');
  const own = join(venv, 'bin/python');
  if (existsSync(own) && works(own)) return own;
  const made = spawnSync('python3', ['-m', 'venv', venv], { encoding: 'utf8' });
  const installed =
    made.status === 0 &&
    spawnSync(own, ['-m', 'pip', 'install', '--quiet', ...modules], { stdio: 'inherit' });
  if (installed && installed.status === 0) return own;
  // Debian's packages have all but pyarrow.
  return spawnSync('python3', ['--version']).status === 0 ? 'python3' : undefined;
}

const run = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  process.stdout.write(stdout);
  missing.push(...stdout.split('\n').filter((line) => line.startsWith('NOT RUN')));
  if (status !== 0) {
    process.stderr.write(stderr);
    failed = true;
  }
};

try {
  const node = ['--conditions=@synth/source', '--import', 'tsx'];
  execFileSync(process.execPath, [...node, join(here, 'make-samples.ts'), folder], {
    cwd: root,
    stdio: 'inherit',
  });
  run(process.execPath, [...node, join(here, 'check-duckdb.ts'), folder]);
  const reader = python();
  if (reader === undefined) {
    missing.push('NOT RUN  numpy, scipy, pandas: no python3');
    console.log(missing.at(-1));
  } else run(reader, [join(here, 'check.py'), folder]);
  const { SYNTH_RECBOLE_PYTHON: recommenders } = process.env;
  if (recommenders !== undefined) run(recommenders, [join(here, 'check-recommenders.py'), folder]);
  else console.log('not run  RecBole, Open Bandit Pipeline: SYNTH_RECBOLE_PYTHON is not set');
} finally {
  rmSync(folder, { recursive: true });
}

if (failed) process.exit(1);
if (missing.length > 0 && process.env.CI !== undefined && process.env.CI !== 'false') {
  console.error('some readers were not run, and CI needs all of them');
  process.exit(1);
}
