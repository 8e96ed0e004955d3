import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

// hyparquet is ES modules only, which CommonJS under Jest cannot load.
export default defineConfig(library({ index: 'src/index.ts' }, { inline: ['hyparquet'] }));
