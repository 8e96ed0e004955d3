import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from '../workspace/projects.mjs';

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
  const base = ts.readConfigFile(join(workspaceRoot, 'tsconfig.base.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...base, files: [] }, ts.sys, workspaceRoot, {
    noEmit: true,
    composite: false,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
  });
  const program = ts.createProgram([globals, ...files], options);
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
