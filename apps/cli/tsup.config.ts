import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

export default defineConfig({ ...library({ bin: 'src/bin.ts' }), format: ['esm'], dts: false });
