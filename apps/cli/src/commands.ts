import type { Command } from './command';

/**
 * The commands by name, loaded when they are called. A command that only one generator has is named by two words:
 * `match seed`; those about language models by `llm` and more.
 */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  simulate: async () => (await import('./commands/simulate')).simulate,
  verify: async () => (await import('./commands/verify')).verifyCommand,
  'verify-files': async () => (await import('./commands/verify-files')).verifyFilesCommand,
  list: async () => (await import('./commands/list')).list,
  'match seed': async () => (await import('./commands/match-seed')).matchSeed,
  'llm ping': async () => (await import('./commands/llm-ping')).llmPing,
  'llm cache stats': async () => (await import('./commands/llm-cache-stats')).llmCacheStats,
  'llm cache clear': async () => (await import('./commands/llm-cache-clear')).llmCacheClear,
  doctor: async () => (await import('./commands/doctor')).doctor,
  'match build-dataset': async () => (await import('./commands/match-build-dataset')).matchBuildDataset,
  'match verify-dataset': async () => (await import('./commands/match-verify-dataset')).matchVerifyDataset,
  'match baseline': async () => (await import('./commands/match-baseline')).matchBaseline,
};
