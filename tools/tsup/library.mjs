import { fileURLToPath } from 'node:url';

const shim = fileURLToPath(new URL('./import-meta-url.js', import.meta.url));

/**
 * The one bundler configuration of the workspace.
 *
 * @param entry output name -> source file; names are flat, so that every output lies directly in `dist`
 * @param options.inline libraries copied into the output, each with its reason at the call: ESM-only ones
 *   that a CommonJS consumer under Jest could not load
 */
export const library = (entry, { inline = [], platform = 'node' } = {}) => ({
  entry,
  format: ['esm', 'cjs'],
  target: 'node20',
  platform,
  tsconfig: 'tsconfig.lib.json',
  dts: { compilerOptions: { composite: false, incremental: false, ignoreDeprecations: '6.0' } },
  sourcemap: true,
  clean: true,
  treeshake: false,
  removeNodeProtocol: false,
  shims: false,
  skipNodeModulesBundle: true,
  noExternal: inline,
  esbuildOptions(options, { format }) {
    options.legalComments = 'inline';
    if (format !== 'cjs') return;
    // `import()` left in CommonJS output fails under a consumer's Jest; Node >= 20.19 can `require` ES modules.
    options.supported = { ...options.supported, 'dynamic-import': false };
    if (platform !== 'node') return;
    options.define = { ...options.define, 'import.meta.url': 'importMetaUrl' };
    options.inject = [...(options.inject ?? []), shim];
  },
});
