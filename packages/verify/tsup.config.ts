import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

// ES modules only, which CommonJS under Jest cannot load. Decision 0008 is about the drawing ones.
// What Plot does not use of d3 leaves nothing in the output.
const inline = ['hyparquet', '@observablehq/plot', 'isoformat', /^d3(-|$)/];

export default defineConfig(library({ index: 'src/index.ts', report: 'src/report/index.ts' }, { inline }));
