import type { Context } from './context';
import type { ExitCode } from './exit-code';

/** A command: one file in `commands`. */
export interface Command {
  /** One line, for `synth --help`. */
  readonly summary: string;
  /**
   * @param args what stands after the command's name
   * @throws SynthError for bad input; the caller prints it and chooses the exit code
   */
  run(args: readonly string[], context: Context): Promise<ExitCode>;
}
