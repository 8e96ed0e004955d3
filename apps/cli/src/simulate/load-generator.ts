import { nearestName, SynthError } from '@synth/core';
import type { CliErrorCode } from '../errors';
import type { Generator, GeneratorLoaders } from '../generator';

/** @throws SynthError `GENERATOR_UNKNOWN` with the nearest name */
export async function loadGenerator(name: string, generators: GeneratorLoaders): Promise<Generator> {
  if (Object.hasOwn(generators, name)) return generators[name]!();
  const names = Object.keys(generators);
  const near = nearestName(name, names);
  throw new SynthError<CliErrorCode>({
    code: 'GENERATOR_UNKNOWN',
    message: near === undefined ? `no generator ${name}` : `no generator ${name}: did you mean ${near}?`,
    field: 'generator',
    value: name,
    allowed: names.join(', '),
  });
}
