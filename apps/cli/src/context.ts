import type { Writable } from 'node:stream';
import type { Clock } from '@synth/core';
import type { GeneratorLoaders } from './generator';
import type { Libraries } from './match/clients';

/** A stream that people or programs read. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Characters a line holds; 80 where it is no terminal. */
  readonly columns: number;
  readonly colour: boolean;
}

/** All of the outside that a command touches, so that tests can hand in their own. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The standard output, for a table that is written there (`--out -`). */
  readonly data: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Aborted by the first Ctrl-C, which ends a command at once that never looked at this. */
  readonly signal: AbortSignal;
  readonly generators: GeneratorLoaders;
  /** Client libraries in place of those that are installed. */
  readonly libraries?: Libraries;
  /** What a person types to run this program with these arguments, the way it was started. */
  commandLine(args: readonly string[]): string;
  readonly version: string;
  /** Opens a file in the platform's browser; false where none can be. */
  openFile(path: string): Promise<boolean>;
}
