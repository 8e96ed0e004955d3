import { isSynthError } from '@synth/core';
import type { Output } from '../context';
import { styled } from './style';

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An error as people read it: the message, how to mend it, the code; then what is allowed, if that is news. */
export function errorText(error: unknown, output: Output): string {
  if (!isSynthError(error)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${text}\n${styled(output, 'red', '[UNEXPECTED]')}\n`;
  }
  const { message, remedy, allowed, code } = error;
  const advice = remedy === undefined || message.includes(remedy) ? '' : `. ${sentence(remedy)}`;
  const first = `${message}${advice}  ${styled(output, 'red', `[${code}]`)}\n`;
  const isNews = allowed !== undefined && ![message, remedy].some((text) => text?.includes(allowed));
  return isNews ? `${first}  allowed: ${allowed}\n` : first;
}

/** The same as one line of JSON. */
export function errorJson(error: unknown): string {
  const facts = isSynthError(error)
    ? error.toJSON()
    : { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) };
  return `${JSON.stringify({ event: 'error', ...facts })}\n`;
}
