import { SynthError } from '@synth/core';

/**
 * An address as it may be shown and kept: without credentials, query or trailing slash.
 *
 * @throws SynthError `CONFIG_INVALID`
 */
export function publicEndpoint(baseUrl: string): string {
  const invalid = (): Error =>
    new SynthError({
      code: 'CONFIG_INVALID',
      message: 'baseUrl is not an http address',
      field: 'baseUrl',
      allowed: 'http://... or https://...',
    });
  if (!URL.canParse(baseUrl)) throw invalid();
  const { protocol, host, pathname } = new URL(baseUrl);
  if (protocol !== 'http:' && protocol !== 'https:') throw invalid();
  return `${protocol}//${host}${pathname}`.replace(/\/+$/, '');
}
