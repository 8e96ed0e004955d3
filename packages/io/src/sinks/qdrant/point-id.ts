import { sha256Hex } from '@synth/core';

/** A UUID (version 8, RFC 9562) that is the same for the same text: points are named by unsigned integers or UUIDs. */
export function pointId(text: string): string {
  const hex = sha256Hex(text);
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
