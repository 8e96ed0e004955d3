// Stands in for `import.meta.url` in CommonJS output. tsup's own shim does not encode the path, so that a
// worker is not found when the install path holds `#` or `%`.
import { pathToFileURL } from 'node:url';
export const importMetaUrl = /* @__PURE__ */ (() => pathToFileURL(__filename).href)();
