// A run in a process of its own: `run-plays.ts OUT OPTIONS`, or `-` for the standard output. Prints what became of it,
// or its error, as JSON, and ends as the command line does: 3 where the outside failed.
import { writeSync } from 'node:fs';
import { isSynthError } from '@synth/core';
import type { RunOptions } from '../../src/index';
import { formatsByName, run, runToStream } from '../../src/index';
import { playsDataset } from '../fixtures/plays-dataset';

const [out, text] = process.argv.slice(2) as [string, string];
const { formats, ...more } = JSON.parse(text) as Partial<RunOptions> & { formats: string[] };
const options = {
  dataset: playsDataset,
  formats: formatsByName(formats).map((format) => ({ format })),
  ...more,
};

const made = out === '-' ? runToStream({ ...options, stream: process.stdout }) : run({ ...options, out });
made.then(
  ({ status }) => {
    if (out !== '-') writeSync(1, JSON.stringify({ status }));
  },
  (error: unknown) => {
    const facts = isSynthError(error) ? error : { code: 'UNEXPECTED', message: String(error) };
    writeSync(out === '-' ? 2 : 1, JSON.stringify(facts));
    process.exitCode = 3;
  },
);
