import * as fc from 'fast-check';
import { bitWidth } from './bit-width';
import { ByteSink } from './byte-sink';
import { writeHybrid } from './hybrid-runs';

/** An independent reader, from the format's description. */
function readHybrid(bytes: Uint8Array, count: number, width: number): number[] {
  const values: number[] = [];
  let at = 0;
  while (values.length < count) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      header |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if ((header & 1) === 0) {
      let value = 0;
      for (let i = 0; i < Math.ceil(width / 8); i++) value |= bytes[at++]! << (8 * i);
      for (let i = 0; i < header >> 1; i++) values.push(value);
    } else {
      const groups = header >> 1;
      for (let i = 0; i < groups * 8; i++) {
        let value = 0;
        for (let bit = 0; bit < width; bit++) {
          const position = i * width + bit;
          value |= ((bytes[at + (position >> 3)]! >> (position & 7)) & 1) << bit;
        }
        values.push(value);
      }
      at += groups * width;
    }
  }
  expect(at).toBe(bytes.length);
  return values.slice(0, count);
}

describe('writeHybrid', () => {
  it('is read back, whatever the runs', () => {
    const runs = fc.array(fc.tuple(fc.nat({ max: 16_777_215 }), fc.integer({ min: 1, max: 30 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(runs, fc.integer({ min: 0, max: 24 }), (list, bits) => {
        const values = list.flatMap(([value, length]) => Array<number>(length).fill(value % 2 ** bits));
        const width = bitWidth(Math.max(...values));
        const sink = new ByteSink(1);
        writeHybrid(sink, Int32Array.from(values), 0, values.length, width);
        expect(readHybrid(sink.contents(), values.length, width)).toEqual(values);
      }),
    );
  });

  it('makes one run of what is all the same', () => {
    const sink = new ByteSink();
    writeHybrid(sink, new Uint8Array(1000).fill(1), 0, 1000, 1);
    expect([...sink.contents()]).toEqual([0xd0, 0x0f, 1]);
  });
});
