import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

// ES modules only, which CommonJS under Jest cannot load: a reader of Parquet, and what draws the report with the
// libraries that it stands on. Decision 0008.
const inline = ['hyparquet', '@observablehq/plot', /^d3(-|$)/, 'internmap'];

export default defineConfig(library({ index: 'src/index.ts', report: 'src/report/index.ts' }, { inline }));
