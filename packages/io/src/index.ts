export { csv } from './formats/csv';
export { formats, formatsByName } from './formats/formats-by-name';
export { jsonl } from './formats/jsonl';

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
