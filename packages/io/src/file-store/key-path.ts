import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

// No file system takes longer names than 255 bytes.
const longestName = 200;
// Escaped and below a folder, within the 4,096 bytes of a path.
const longestKey = 500;
const extension = '.value';
/** Ends the name of a folder whose name goes on in the next one. */
const goesOn = '%';
/** The name of a part of a key that is empty. */
const emptyPart = '%e';

// Devices of Windows, whatever their extension.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const escaped = (unit: number): string =>
  unit < 0x100
    ? `%${unit.toString(16).toUpperCase().padStart(2, '0')}`
    : `%u${unit.toString(16).toUpperCase().padStart(4, '0')}`;

// Capitals too: not every file system tells them from small letters.
const nameOf = (part: string): string => {
  if (part === '') return emptyPart;
  const name = part.replace(/[^a-z0-9-]/g, (unit) => escaped(unit.charCodeAt(0)));
  return reserved.test(name) ? escaped(name.charCodeAt(0)) + name.slice(1) : name;
};

const partOf = (name: string): string =>
  name === emptyPart
    ? ''
    : name.replace(/%u([0-9A-F]{4})|%([0-9A-F]{2})/g, (_, wide: string | undefined, narrow: string) =>
        String.fromCharCode(Number.parseInt(wide ?? narrow, 16)),
      );

/** A name in pieces that a file system takes; all but the last say that they go on. */
function piecesOf(name: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < name.length; at += longestName) pieces.push(name.slice(at, at + longestName));
  return pieces.map((piece, i) => (i < pieces.length - 1 ? piece + goesOn : piece));
}

/**
 * The path of a key's file below the store's folder: a folder for each part that a `/` ends. Two keys never share a
 * file, on file systems that ignore capitals neither.
 *
 * @throws SynthError `STORE_KEY_INVALID`
 */
export function pathOfKey(key: string): readonly string[] {
  if (key === '' || key.length > longestKey) {
    throw new SynthError<IoErrorCode>({
      code: 'STORE_KEY_INVALID',
      message: `a key has 1 to ${longestKey} characters, this one ${key.length}`,
      field: 'key',
      value: key.slice(0, 100),
      allowed: `1 to ${longestKey} characters`,
    });
  }
  const path = key.split('/').flatMap((part) => piecesOf(nameOf(part)));
  return [...path.slice(0, -1), path[path.length - 1]! + extension];
}

/** The folders that hold every key of a prefix. */
export const foldersOfPrefix = (prefix: string): readonly string[] =>
  prefix
    .split('/')
    .slice(0, -1)
    .flatMap((part) => piecesOf(nameOf(part)));

/** The key of a file, or undefined where its path is none that {@link pathOfKey} gives. */
export function keyOfPath(path: readonly string[]): string | undefined {
  const last = path[path.length - 1] ?? '';
  if (!last.endsWith(extension)) return undefined;
  const names: string[] = [];
  let begun = '';
  for (const piece of [...path.slice(0, -1), last.slice(0, -extension.length)]) {
    if (piece.endsWith(goesOn)) {
      begun += piece.slice(0, -goesOn.length);
      continue;
    }
    names.push(begun + piece);
    begun = '';
  }
  const key = names.map(partOf).join('/');
  return key !== '' && key.length <= longestKey && pathOfKey(key).join('/') === path.join('/')
    ? key
    : undefined;
}
