import { Writable } from 'node:stream';
import { formatsByName } from '../formats/formats-by-name';
import { conformanceBatch, conformanceTable, sinkConformance } from '../testing';
import { streamSink } from './stream-sink';

function collector() {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      pieces.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(pieces).toString('utf8') };
}

const [csv, jsonl, npy] = formatsByName(['csv', 'jsonl', 'npy']);

describe('streamSink', () => {
  for (const { name, run } of sinkConformance({
    idempotent: false,
    async make() {
      const { stream, text } = collector();
      const rows = async () =>
        text()
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Record<string, unknown>);
      return { sink: streamSink({ stream, format: jsonl! }), rows };
    },
  })) {
    it(name, run);
  }

  it('writes a file of one table, header and all', async () => {
    const { stream, text } = collector();
    const sink = streamSink({ stream, format: csv!, options: { delimiter: ';' } });
    const table = { ...conformanceTable, columns: conformanceTable.columns.slice(0, 2) };
    await sink.open?.([table]);
    await sink.write(conformanceBatch(0, 1));
    await sink.write({ ...conformanceBatch(0, 1), table: 'other' });
    await sink.close();
    await sink.close();
    expect(text()).toBe('id;user_id\nrow 0/ä;u0000001\n');
    expect(stream.writableEnded).toBe(false);
  });

  it('refuses several tables, and files that are patched', async () => {
    const { stream } = collector();
    const unsuited = { code: 'FORMAT_UNSUITED', field: 'format' };
    const two = [conformanceTable, { ...conformanceTable, name: 'b' }];
    await expect(streamSink({ stream, format: csv! }).open?.(two)).rejects.toMatchObject(unsuited);
    const numbers = { ...conformanceTable, columns: conformanceTable.columns.slice(3, 4) };
    await expect(streamSink({ stream, format: npy! }).open?.([numbers])).rejects.toMatchObject(unsuited);
  });

  it('says that the reader went away', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('write EPIPE')) });
    const sink = streamSink({ stream, format: jsonl! });
    await sink.open?.([conformanceTable]).catch(() => undefined);
    await sink.write(conformanceBatch(0, 8192)).catch(() => undefined);
    await expect(sink.flush?.()).rejects.toMatchObject({
      code: 'OUTPUT_CLOSED',
      message: 'the output was closed: write EPIPE',
    });
    await sink.close();
  });
});
