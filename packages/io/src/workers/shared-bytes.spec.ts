import { sharedBytes } from './shared-bytes';

it('copies into shared memory what is not there', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
  const shared = sharedBytes(bytes);
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(Array.from(shared)).toEqual([2, 3]);
  expect(sharedBytes(shared)).toBe(shared);
});
