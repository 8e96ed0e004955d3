import ts from 'typescript';

/**
 * Every module that a JavaScript or declaration file asks for by a literal name.
 *
 * @param text the file's text
 * @param file its name, for the parser to know its kind
 * @returns {{ specifier: string, kind: 'static' | 'dynamic' | 'require' | 'reference' }[]} in order of appearance
 */
export function importsOf(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const found = source.typeReferenceDirectives.map(({ fileName }) => ({
    specifier: fileName,
    kind: 'reference',
  }));
  const add = (node, kind) => {
    if (node !== undefined && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, kind });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, 'static');
    else if (ts.isExternalModuleReference(node)) add(node.expression, 'static');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, 'static');
    else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], 'dynamic');
      else if (ts.isIdentifier(node.expression) && node.expression.text === 'require')
        add(node.arguments[0], 'require');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The package that a bare specifier belongs to: `@synth/io/read` -> `@synth/io`. */
export function packageOf(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}
