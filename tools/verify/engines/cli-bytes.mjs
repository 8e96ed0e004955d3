// Prints the digest of each file that the published program makes of the example catalogue. Needs a build.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '../../workspace/projects.mjs';
import { run } from '../../workspace/run.mjs';

const out = mkdtempSync(join(tmpdir(), 'synth-bytes-'));
try {
  const options = ['--items', 'data/songs-234.csv', '--seed', '42', '--format', 'csv,jsonl,npz'];
  const program = join(workspaceRoot, 'apps/cli/bin/synth.js');
  run(process.execPath, [program, 'simulate', 'interactions', ...options, '--out', join(out, 'run')], {
    cwd: workspaceRoot,
  });
  const files = readdirSync(join(out, 'run'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    // The manifest also tells the circumstances: when, where, on which Node.
    .filter(({ name }) => name !== 'manifest.json')
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    console.log(`${digest}  ${file.slice(out.length + 1)}`);
  }
} finally {
  rmSync(out, { recursive: true });
}
