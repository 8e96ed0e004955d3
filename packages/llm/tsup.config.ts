import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

export default defineConfig(
  library(
    {
      index: 'src/index.ts',
      openai: 'src/providers/openai/index.ts',
      gemini: 'src/providers/gemini/index.ts',
      testing: 'src/testing/index.ts',
    },
    { platform: 'neutral' },
  ),
);
