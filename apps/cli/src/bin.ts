import { readFileSync } from 'node:fs';
import { systemClock } from '@synth/core';
import { openFile } from './browser/open-file';
import { commandLine } from './command-line';
import type { Output } from './context';
import { environmentWith, takesColour } from './environment';
import { exitCode } from './exit-code';
import { generators } from './generators';
import { main } from './main';
import { stopSignals } from './stop-signals';

const env = environmentWith(process.env, readIfThere('.env'));
const args = process.argv.slice(2);
const stopping = new AbortController();

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

let lost: Error | undefined;

function outputOf(stream: NodeJS.WriteStream): Output {
  // A reader that has gone away (`| head`) is no reason to leave a run half done; nor is a full disk below a log.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') lost = error;
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
    colour: takesColour(stream.isTTY === true, env),
  };
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const onSignal = stopSignals(systemClock, {
  stop() {
    // First: it takes the bar off the line that the message goes to.
    stopping.abort();
    process.stderr.write('\nstopping after the current blocks; Ctrl-C again stops at once\n');
  },
  exit() {
    // A progress bar hides the cursor.
    if (process.stderr.isTTY) process.stderr.write('\u001b[?25h');
    process.exit(exitCode.interrupted);
  },
});
/** A command that asks for the signal is one that has something to finish; Ctrl-C ends any other at once. */
function stopSignal(): AbortSignal {
  if (!process.listeners('SIGINT').includes(onSignal)) {
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  }
  return stopping.signal;
}

// An output tells of its failure when it likes.
process.on('exit', () => {
  if (lost === undefined || process.exitCode !== exitCode.done) return;
  process.stderr.write(`the output is not whole: ${lost.message}\n`);
  process.exitCode = exitCode.outsideFailed;
});
process.exitCode = await main(args, {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  data: process.stdout,
  env,
  clock: systemClock,
  get signal() {
    return stopSignal();
  },
  generators,
  commandLine: (words) => commandLine(words, env),
  version,
  openFile: (path) => openFile(path, env),
});
