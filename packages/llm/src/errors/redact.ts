const mask = '[redacted]';

// Forms of the vendors' keys, of bearer tokens, and of credentials in an address.
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bsk-[A-Za-z0-9_-]{8,}/g, mask],
  [/\bAIza[A-Za-z0-9_-]{10,}/g, mask],
  [/\b(Bearer\s+)[A-Za-z0-9._~+/=-]{8,}/gi, `$1${mask}`],
  [/(:\/\/)[^/\s:@]+:[^/\s@]+@/g, `$1${mask}@`],
  [/([?&](?:key|api[-_]?key|token)=)[^&\s"']+/gi, `$1${mask}`],
];

/** A text with the given secrets masked, wherever they stand. Empty ones are ignored. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((at, secret) => (secret === '' ? at : at.replaceAll(secret, mask)), text);
}

/**
 * A text without secrets: the given ones wherever they stand, and whatever has the form of a key.
 *
 * @param secrets texts to mask, empty ones ignored
 * @example
 * ```ts
 * redactSecrets('401: bad key sk-abcdefgh1234'); // => '401: bad key [redacted]'
 * ```
 */
export function redactSecrets(text: string, secrets: readonly string[] = []): string {
  return patterns.reduce(
    (at, [pattern, replacement]) => at.replace(pattern, replacement),
    maskSecrets(text, secrets),
  );
}
