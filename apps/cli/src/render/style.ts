import { styleText } from 'node:util';
import type { Output } from '../context';

/** Text in a colour or weight, where the stream takes it. */
export const styled = (output: Output, format: 'bold' | 'red' | 'green' | 'cyan', text: string): string =>
  // Whether the stream takes colours is decided once, at the edge of the process.
  output.colour ? styleText(format, text, { validateStream: false }) : text;
