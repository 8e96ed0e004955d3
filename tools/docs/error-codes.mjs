import ts from 'typescript';

/** The text of the last doc comment in a stretch of source, on one line. */
function docText(stretch) {
  const comment = [...stretch.matchAll(/\/\*\*([\s\S]*?)\*\//g)].at(-1);
  if (comment === undefined) return '';
  return comment[1]
    .replace(/\s*\n\s*\* ?/g, ' ')
    .replace(/\{@link (\S+?)\}/g, '`$1`')
    .trim();
}

/** The members of a type, each with where the one before it ends: the doc comment stands before the `|`. */
function members({ type, name }) {
  const types = ts.isUnionTypeNode(type) ? type.types : [type];
  return types.map((member, i) => ({ member, after: i === 0 ? name.end : types[i - 1].end }));
}

/**
 * The error codes that a source declares: members of each exported union of texts called `...ErrorCode`.
 *
 * @param text the source
 * @returns {{ code: string, meaning: string }[]} in the order of the source
 */
export function errorCodes(text) {
  const source = ts.createSourceFile('errors.ts', text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(
      (node) =>
        ts.isTypeAliasDeclaration(node) &&
        node.name.text.endsWith('ErrorCode') &&
        node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .flatMap(members)
    .filter(({ member }) => ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal))
    .map(({ member, after }) => ({
      code: member.literal.text,
      meaning: docText(text.slice(after, member.getStart())),
    }));
}

/**
 * The page of all error codes.
 *
 * @param packages {{ name: string, codes: { code: string, meaning: string }[] }[]}
 */
export function errorsPage(packages) {
  const sections = packages
    .filter(({ codes }) => codes.length > 0)
    .map(({ name, codes }) => {
      const rows = [...codes]
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ code, meaning }) => `| \`${code}\` | ${meaning.replaceAll('|', '\\|')} |`);
      return `## ${name}\n\n| code | when |\n| --- | --- |\n${rows.join('\n')}\n`;
    });
  return `# Error codes

<!-- Generated from the doc comments of the sources: npm run docs -->

Every error is a \`SynthError\` with a stable \`code\`, a sentence for people, and where they apply the \`field\`, the refused
\`value\`, what is \`allowed\` and a \`remedy\`. Recognise one by \`isSynthError(error, code)\`, not by \`instanceof\`: an ES module
copy and a CommonJS copy of a package are two classes.

${sections.join('\n')}`;
}
