import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Bytes as a short text for a chunk's meta. Not part of any output: its bytes may differ between versions of zlib. */
export const packMeta = (bytes: Uint8Array): string => deflateRawSync(bytes).toString('base64');

/** The bytes that {@link packMeta} packed. */
export const unpackMeta = (text: string): Uint8Array => inflateRawSync(Buffer.from(text, 'base64'));
