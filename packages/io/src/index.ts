export { csv } from './formats/csv';
export { formats, formatsByName } from './formats/formats-by-name';
export { jsonl } from './formats/jsonl';

export { readManifest } from './manifest/read-manifest';
export { verifyFiles } from './manifest/verify-files';
export { copyFiles } from './run/copy-files';
export { run } from './run/run';
export { runToStream } from './run/run-to-stream';
export { streamSink } from './sinks/stream-sink';

export type { IoErrorCode } from './errors/codes';
export type { CsvOptions } from './formats/csv';
export type {
  BlockEncoder,
  EncodedChunk,
  FileAssembler,
  FileEnd,
  FormatContext,
  OutputFile,
  OutputFormat,
} from './formats/format';

export type { Manifest, ManifestFile } from './manifest/manifest';
export type { FilesReport } from './manifest/verify-files';
export type { RunEvent, RunProgress } from './run/run-event';
export type { FormatChoice, RunOptions } from './run/run-options';
export type { StreamRun, StreamRunOptions } from './run/run-to-stream';
export type { StreamSinkOptions } from './sinks/stream-sink';
export type { CompleteRun, InterruptedRun, PlannedFile, PlannedRun, RunResult } from './run/run-result';
