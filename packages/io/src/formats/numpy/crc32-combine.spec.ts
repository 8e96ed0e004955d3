import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { crc32Combine } from './crc32-combine';

describe('crc32Combine', () => {
  it('is the CRC of both texts together', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 3000 }), (a, b) => {
        expect(crc32Combine(crc32(a), crc32(b), b.length)).toBe(crc32(b, crc32(a)));
      }),
    );
  });
});
