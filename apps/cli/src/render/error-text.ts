import { isSynthError } from '@synth/core';
import type { Output } from '../context';
import { styled } from './style';

/** An error as people read it: the message and its code; then what is allowed and how to mend it, where that is news. */
export function errorText(error: unknown, output: Output): string {
  if (!isSynthError(error)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${text}\n${styled(output, 'red', '[UNEXPECTED]')}\n`;
  }
  const { message, code, allowed, remedy } = error;
  const isNews = (text: string | undefined): text is string => text !== undefined && !message.includes(text);
  // "did you mean csv?" is advice enough.
  const isAdvised = message.includes('did you mean') && remedy?.startsWith('write ') === true;
  return [
    `${message}  ${styled(output, 'red', `[${code}]`)}`,
    ...(isNews(allowed) ? [`  allowed: ${allowed}`] : []),
    ...(isNews(remedy) && !isAdvised ? [`  remedy: ${remedy}`] : []),
    '',
  ].join('\n');
}

/** The same as one line of JSON. */
export function errorJson(error: unknown): string {
  const facts = isSynthError(error)
    ? error.toJSON()
    : { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) };
  return `${JSON.stringify({ event: 'error', ...facts })}\n`;
}
