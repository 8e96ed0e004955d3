import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Column } from '@synth/core';
import { batchOf, fileOf, tableOf, textOf } from '../../test/formats-fixture';
import { formatsByName } from './formats-by-name';

describe('gzipped', () => {
  const rows = 150_000;
  const columns: Record<string, Column> = {
    a: { type: 'i32', values: Int32Array.from({ length: rows }, (_, i) => i * 7) },
  };

  it.each(['csv', 'jsonl'])('is the %s, unpacked', (name) => {
    const [plain, packed] = formatsByName([name, `${name}.gz`]);
    const [file] = packed!.files([tableOf('t', columns)], { dataset: 'test', expectedRows: {} });
    expect(file!.path).toBe(`t.${name}.gz`);
    const bytes = fileOf(file!, [[batchOf('t', rows, columns)], []]);
    expect(gunzipSync(bytes).toString('utf8')).toBe(textOf(plain!, columns, rows));
  });

  it('says what each chunk holds', () => {
    const [csv, packed] = formatsByName(['csv', 'csv.gz']).map(
      (format) => format.files([tableOf('t', columns)], { dataset: 'test', expectedRows: {} })[0]!,
    );
    const batch = batchOf('t', rows, columns);
    const chunks = (file: typeof csv) => {
      const encoder = file!.encoder();
      return [...encoder.encode(batch), ...encoder.finish()];
    };
    const digests = chunks(csv).map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    expect(digests.length).toBeGreaterThan(0);
    expect(chunks(packed).map(({ digest }) => digest)).toEqual(digests);
  });
});
