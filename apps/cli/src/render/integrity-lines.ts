import type { Check } from '@synth/verify';

/** How many checks pass, and a line for each other. */
export function integrityLines(integrity: readonly Check[]): readonly string[] {
  const wrong = integrity.filter(({ status }) => status !== 'pass');
  const passed = integrity.length - wrong.length;
  return [
    `integrity  ${passed} of ${integrity.length} checks pass`,
    ...wrong.map(({ name, status, detail }) => `  ${status}  ${name}: ${detail}`),
  ];
}
