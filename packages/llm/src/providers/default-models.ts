/**
 * The models used when none is named. Configuration, not code: vendors withdraw models within a year or two
 * (`knownPrices` has the dates that are known).
 */
export const defaultModels = {
  openai: { text: 'gpt-6-luna', embedding: 'text-embedding-3-small' },
  gemini: { text: 'gemini-2.5-flash-lite', embedding: 'gemini-embedding-001' },
} as const;
