import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

/** What Observable Plot draws with, as far as the report's plots use it. */
const d3 = [
  'array',
  'axis',
  'color',
  'format',
  'geo',
  'interpolate',
  'path',
  'scale',
  'scale-chromatic',
  'selection',
  'shape',
  'time',
  'time-format',
].map((part) => `d3-${part}`);

// ES modules only, which CommonJS under Jest cannot load. Decision 0008 is about the drawing ones.
const inline = ['hyparquet', '@observablehq/plot', 'd3', 'isoformat', ...d3];

export default defineConfig(library({ index: 'src/index.ts', report: 'src/report/index.ts' }, { inline }));
