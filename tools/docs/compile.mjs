import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from '../workspace/projects.mjs';

const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ['@synth/source'],
  types: ['node'],
  typeRoots: [join(workspaceRoot, 'node_modules/@types')],
  strict: true,
  skipLibCheck: true,
  esModuleInterop: true,
  noEmit: true,
};

/**
 * Type-checks modules with the workspace's options.
 *
 * @param files in one folder, beside which a declaration of `observe` is put
 * @returns what the compiler says: { file, line (from 0), text }
 */
export function compile(files) {
  if (files.length === 0) return [];
  const globals = join(dirname(files[0]), 'observe.d.mts');
  writeFileSync(
    globals,
    'declare global { var observe: (index: number, thunk: () => unknown) => Promise<void>; }\nexport {};\n',
  );
  const program = ts.createProgram([globals, ...files], compilerOptions);
  return files
    .map((file) => program.getSourceFile(file))
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map(({ file, start, messageText }) => ({
      file: basename(file.fileName),
      line: file.getLineAndCharacterOfPosition(start).line,
      text: ts.flattenDiagnosticMessageText(messageText, ' '),
    }));
}
