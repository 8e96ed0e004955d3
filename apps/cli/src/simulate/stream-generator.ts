import { isSynthError, SynthError } from '@synth/core';
import { runToStream } from '@synth/io';
import type { Context } from '../context';
import type { CliErrorCode } from '../errors';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { Generator } from '../generator';
import { bytesText, countText } from '../render/numbers';
import { progressView } from '../render/progress';
import type { RunRequest } from './run-request';
import { streamName } from './stream-name';
import { subjectOf } from './subject';

/** The outputs of a command whose standard output takes data: all that is told goes to the other. */
export const besideData = (context: Context): Context => ({ ...context, stdout: context.stderr });

/**
 * Writes one table to the standard output, and nothing else; what there is to say goes to the other output. A reader
 * that has seen enough (`| head`) ends the run without a word.
 *
 * @throws SynthError of the configuration, the inputs and the run
 */
export async function streamGenerator(
  { dataset }: Generator,
  request: RunRequest,
  context: Context,
  json: boolean,
): Promise<ExitCode> {
  const { formats, tables, workers, parts, order } = request;
  if (parts !== undefined) throw needsFolder('--parts', parts);
  if (order !== undefined) throw needsFolder('--order', order);
  const subject = subjectOf(dataset, request);
  const { stderr, signal } = context;
  const progress = progressView(besideData(context), json);
  signal.addEventListener('abort', progress.stop, { once: true });
  try {
    const { status, rows, bytes, sha256 } = await runToStream({
      stream: context.data,
      dataset,
      config: request.config,
      inputs: request.inputs,
      formats: formats.map((format) => ({ format })),
      tables,
      workers,
      clock: context.clock,
      signal,
      onEvent: progress.update,
    });
    progress.stop();
    if (json) {
      const facts = { event: `stream-${status}`, rows, bytes, sha256, generator: dataset.name, subject };
      stderr.write(`${JSON.stringify(facts)}\n`);
    } else {
      const amount = `${countText(rows)} rows · ${bytesText(bytes)}`;
      stderr.write(
        status === 'complete'
          ? `${dataset.name}  ${subject}\n${amount}\n`
          : `stopped after ${amount}; a stream cannot be gone on with\n`,
      );
    }
    return status === 'complete' ? exitCode.done : exitCode.interrupted;
  } catch (error) {
    if (!json && isSynthError(error) && error.code === 'OUTPUT_CLOSED') return exitCode.outsideFailed;
    throw error;
  } finally {
    progress.stop();
    signal.removeEventListener('abort', progress.stop);
  }
}

const needsFolder = (option: string, value: unknown): SynthError<CliErrorCode> =>
  new SynthError({
    code: 'OPTION_VALUE',
    message: `${option} needs a folder, and --out ${streamName} is the standard output`,
    field: option,
    value,
    allowed: 'with --out DIR',
    remedy: `leave ${option} out, or name a folder`,
  });
