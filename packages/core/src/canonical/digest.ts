import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json';

/** SHA-256 of bytes, or of a text's UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/**
 * The digest of a value: SHA-256 of its canonical JSON.
 *
 * @example
 * ```ts
 * digest({ a: 1, b: 2 }) === digest({ b: 2, a: 1 }); // => true
 * ```
 */
export function digest(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
