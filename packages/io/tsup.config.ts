import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

export default defineConfig(
  library({ index: 'src/index.ts', read: 'src/read/index.ts', 'run-worker': 'src/run-worker.ts' }),
);
