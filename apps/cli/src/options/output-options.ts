import type { Option } from './option';

/** Options of every command. */
export const outputOptions: readonly Option[] = [
  { name: 'json', description: 'the same facts as JSON lines' },
  { name: 'help', description: 'how to call this' },
];
