import type { Column } from '@synth/core';
import * as fc from 'fast-check';
import { textOf } from '../../../../test/formats-fixture';
import { csv } from '../../csv';
import { jsonl } from '../../jsonl';

const words = ['a', 'b "c"', 'ü', 'dd'];

const listsOf = (lists: readonly (readonly number[])[]): Column => {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
  const valid = Uint8Array.from(lists, (list) => (list[0] === 3 ? 0 : 1));
  return {
    type: 'list',
    values: { type: 'dictionary', dictionary: words, values: Int32Array.from(lists.flat()) },
    offsets,
    valid,
  };
};

describe('JsonCells', () => {
  it('writes lists of a dictionary, long, short, empty and null, as JSON', () => {
    const list = fc.oneof(fc.array(fc.nat(3), { maxLength: 3 }), fc.array(fc.nat(3), { maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 80 }), (lists) => {
        const json = lists.map((codes) =>
          codes[0] === 3 ? null : JSON.stringify(codes.map((code) => words[code])),
        );
        expect(textOf(jsonl, { a: listsOf(lists) }, lists.length)).toBe(
          json.map((text) => `{"a":${text ?? 'null'}}\n`).join(''),
        );
        const quoted = json.map((text) =>
          text === null ? '""' : /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
        );
        expect(textOf(csv, { a: listsOf(lists) }, lists.length)).toBe(`a\n${quoted.join('\n')}\n`);
      }),
    );
  });
});
