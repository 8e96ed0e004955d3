import fc from 'fast-check';
import { digest, portableSha256, sha256Hex } from './digest';

describe('sha256Hex', () => {
  it('is SHA-256 (FIPS 180-4, the texts "abc" and "")', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    for (const sha256 of [sha256Hex, portableSha256]) {
      expect([sha256('abc'), sha256('')]).toEqual([abc, empty]);
      expect(sha256(new TextEncoder().encode('abc'))).toBe(abc);
    }
  });

  it('is the same on every platform, for halves of surrogate pairs too', () => {
    const text = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    });
    fc.assert(fc.property(text, (one) => expect(sha256Hex(one)).toBe(portableSha256(one))));
    fc.assert(fc.property(fc.uint8Array(), (one) => expect(sha256Hex(one)).toBe(portableSha256(one))));
  });
});

describe('digest', () => {
  it('does not see the order of properties', () => {
    expect(digest({ a: 1, b: [2] })).toBe(digest({ b: [2], a: 1 }));
    expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }));
  });
});
