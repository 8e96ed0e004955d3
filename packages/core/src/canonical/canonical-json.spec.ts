import fc from 'fast-check';
import { canonicalJson } from './canonical-json';
import { digest, sha256Hex } from './digest';

describe('canonicalJson', () => {
  it('sorts keys by code units, writes numbers as ECMAScript does and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, 2.5, -0, 1e21], a: undefined, é: null, Z: 'x"', z: true })).toBe(
      '{"Z":"x\\"","b":[1,2.5,0,1e+21],"z":true,"é":null}',
    );
  });

  it('writes what has a toJSON as that says', () => {
    expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('x')])(
    'refuses %p and says where',
    (value) => {
      expect(() => canonicalJson({ a: [0, value] })).toThrow(
        expect.objectContaining({ code: 'JSON_INVALID', field: '$.a[1]' }),
      );
    },
  );

  it('refuses a hole in an array', () => {
    expect(() => canonicalJson([undefined])).toThrow(expect.objectContaining({ code: 'JSON_INVALID' }));
  });

  it('is JSON of the same value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
          expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
        }
      }),
    );
  });
});

describe('digest', () => {
  it('is SHA-256', () => {
    // The test vectors of FIPS 180-2.
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('does not depend on the order of keys', () => {
    expect(digest({ a: 1, b: [2] })).toBe(digest({ b: [2], a: 1 }));
    expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }));
  });
});
