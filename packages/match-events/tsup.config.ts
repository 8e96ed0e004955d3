import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

export default defineConfig(
  library({ index: 'src/index.ts', evaluate: 'src/evaluate/index.ts' }, { platform: 'neutral' }),
);
