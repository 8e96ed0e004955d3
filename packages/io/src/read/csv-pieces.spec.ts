import { CsvError, parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { csvPieces } from './csv-pieces';
import { lineBytes } from './line-bytes';

const maxLineBytes = 1 << 20;

interface Found {
  readonly records: readonly { readonly fields: readonly string[]; readonly line: number }[];
  readonly error?: { readonly code: string; readonly line: number };
}

const lineOf = (error: unknown): number => Number(/line (\d+)/.exec((error as Error).message)?.[1]);

/** The bytes of a text, cut at some places. */
async function* chunksOf(text: string, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
  for (const [at, place] of [...places, bytes.length].entries())
    yield bytes.subarray(places[at - 1] ?? 0, place);
}

async function read(
  text: string,
  delimiter = ',',
  cuts: readonly number[] = [],
  most = maxLineBytes,
): Promise<Found> {
  const records: { fields: string[]; line: number }[] = [];
  const lines = lineBytes('a.csv', most, chunksOf(text, cuts));
  try {
    for await (const piece of csvPieces('a.csv', { delimiter, maxLineBytes: most }, lines))
      piece((fields, line) => records.push({ fields: fields.slice(), line }));
  } catch (error) {
    return { records, error: { code: (error as { code: string }).code, line: lineOf(error) } };
  }
  return { records };
}

/** What csv-parse makes of all of a text at once. */
function parsed(text: string, delimiter: string): Found {
  const records: { fields: string[]; line: number }[] = [];
  let line = 1;
  let blank = 0;
  try {
    parse(text.replace(/^\ufeff/, ''), {
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (fields: string[], { empty_lines }) => {
        records.push({ fields, line: line + empty_lines - blank });
        line += 1 + empty_lines - blank + (fields.join('').match(/\n/g)?.length ?? 0);
        blank = empty_lines;
        return null;
      },
    });
  } catch (error) {
    expect(error).toBeInstanceOf(CsvError);
    const empty = Number((error as CsvError)['empty_lines']);
    return { records, error: { code: 'INPUT_SYNTAX', line: line + empty - blank } };
  }
  return { records };
}

const cuts = fc.array(fc.nat(200), { maxLength: 6 });
const textOf = (...units: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

describe('csvPieces', () => {
  const plain = ['a', 'bc', 'é', '😀', ' ', ',', ',', ';', '\n', '\n'];
  const quoted = ['"d"', '"e,\n"', '"f""\r\n"', '""'];
  it.each([
    ['without quotation marks', textOf(...plain)],
    ['of Windows', textOf(...plain.map((unit) => (unit === '\n' ? '\r\n' : unit)))],
    ['with any line breaks', textOf(...plain, '\r', '\r\n', '\n')],
    ['with marks, the number of a byte order and of nothing', textOf(...plain, '\ufeff', '\0', '\t')],
    ['with fields in quotation marks', textOf(...plain, ...plain, ...quoted)],
    ['of Windows with fields in quotation marks', textOf('a', ',', 'b\n', '\r\n', '\r\n', ...quoted)],
    ['with quotation marks anywhere', textOf(...plain, '\r\n', '"', ...quoted, '\0')],
  ])('reads text %s as csv-parse does, wherever it is cut', async (_, text) => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom(',', ';', '\n', '"', ',a', '😀'),
        cuts,
        async (content, delimiter, at) => {
          fc.pre(content.replace(/^\ufeff/, '').trim() !== '');
          expect(await read(content, delimiter, at)).toEqual(parsed(content, delimiter));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives whole records only, and all before an error', async () => {
    const content = 'a,b\n1,"x\ny"\n2,z\n3,"\n';
    const whole = [
      { fields: ['a', 'b'], line: 1 },
      { fields: ['1', 'x\ny'], line: 2 },
      { fields: ['2', 'z'], line: 4 },
    ];
    for (let cut = 0; cut < content.length; cut++) {
      expect(await read(content, ',', [cut])).toEqual({
        records: whole,
        error: { code: 'INPUT_SYNTAX', line: 5 },
      });
    }
  });

  it('gathers no more than the longest record after a quotation mark that is not closed', async () => {
    const content = `a,b\n1,"${'x\n'.repeat(100)}`;
    let given = 0;
    async function* chunks(): AsyncGenerator<Buffer> {
      for (const byte of Buffer.from(content)) {
        given++;
        yield Buffer.of(byte);
      }
    }
    const pieces = csvPieces('a.csv', { delimiter: ',', maxLineBytes: 20 }, lineBytes('a.csv', 20, chunks()));
    const drained = async (): Promise<void> => {
      for await (const piece of pieces) piece(() => undefined);
    };
    await expect(drained()).rejects.toMatchObject({
      code: 'INPUT_LINE_TOO_LONG',
      message: 'a.csv, line 2: the record that begins here is longer than 20 bytes',
    });
    expect(given).toBeLessThan(60);
  });
});
