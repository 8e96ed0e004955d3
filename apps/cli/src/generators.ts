import type { GeneratorLoaders } from './generator';

/** The generators there are. */
export const generators: GeneratorLoaders = {
  interactions: async () => (await import('./generators/interactions')).interactions,
  match: async () => (await import('./generators/match')).match,
};
