import ts from 'typescript';

/**
 * The TypeScript fences of a text whose lines may all carry a prefix (` * ` in a doc comment).
 *
 * @param lines lines of the file
 * @param from first line to look at
 * @param to line after the last
 * @returns {{ line: number, prefix: string, words: string[], code: string[] }[]} `line`: index of the first line of
 *   code; `words`: what follows `ts` on the opening line
 */
export function fences(lines, from = 0, to = lines.length) {
  const found = [];
  for (let i = from; i < to; i++) {
    const open = /^([\s*]*)(`{3,})(\S*)\s*(.*)$/.exec(lines[i]);
    if (open === null) continue;
    const [, prefix, ticks, language, info] = open;
    const start = i + 1;
    while (++i < to && lines[i].slice(prefix.length).trim() !== ticks);
    if (language !== 'ts') continue;
    const code = lines.slice(start, i).map((line) => line.slice(prefix.length));
    found.push({ line: start, prefix, words: info.split(' ').filter(Boolean), code });
  }
  return found;
}

/** The fences of every `@example` in a source, and the lines of examples that have none. */
export function docExamples(lines) {
  const found = [];
  const bare = [];
  let inside = false;
  for (let i = 0; i < lines.length; i++) {
    if (/^\s*\/\*\*/.test(lines[i])) inside = true;
    if (inside && /^\s*(\/\*)?\*\s*@example\b/.test(lines[i])) {
      let end = i + 1;
      while (end < lines.length && !/\*\/|^\s*\*\s*@\w/.test(lines[end])) end++;
      const examples = fences(lines, i + 1, end);
      if (examples.length === 0) bare.push(i);
      found.push(...examples);
    }
    if (lines[i].includes('*/')) inside = false;
  }
  return { examples: found, bare };
}

const arrow = /^\/\/ => (.*)$/;
const continued = /^\/\/ {3,}(\S.*)$/;

/**
 * The lines `expr; // => value` of an example.
 *
 * @param code lines of code
 * @returns expectations in order: `line` and `column` of the comment, `height` lines of it, the `expected` text, and
 *   what is compared: the range [start, end) of an expression, or the `name` that a declaration gives
 */
export function expectations(code) {
  const text = code.join('\n');
  const source = ts.createSourceFile('example.ts', text, ts.ScriptTarget.Latest, true);
  const found = [];
  for (const statement of source.statements) {
    const end = statement.getEnd();
    const { line, character } = source.getLineAndCharacterOfPosition(end);
    const rest = code[line].slice(character);
    const match = arrow.exec(rest.trim());
    if (match === null) continue;
    const expected = [match[1]];
    for (let more = line + 1; continued.test(code[more]?.trim() ?? ''); more++)
      expected.push(continued.exec(code[more].trim())[1]);
    const one = {
      line,
      column: character + rest.indexOf('//'),
      height: expected.length,
      expected: expected.join(' '),
    };
    if (ts.isExpressionStatement(statement)) {
      const { expression } = statement;
      found.push({ ...one, start: expression.getStart(), end: expression.getEnd(), statementEnd: end });
    } else if (ts.isVariableStatement(statement)) {
      const { name } = statement.declarationList.declarations.at(-1);
      if (ts.isIdentifier(name)) found.push({ ...one, name: name.text, statementEnd: end });
    }
  }
  return found;
}

/** How often an example says what a value is; more than {@link expectations} finds when one stands inside a block. */
export const arrows = (code) => code.filter((line) => /\/\/ => /.test(line)).length;

/**
 * The example as a module: names of the package that it uses and does not declare are imported, all in the first
 * line, and each expected value is handed to `globalThis.observe(index, thunk)`.
 *
 * @param code lines of code
 * @param specifiers name -> where it is exported
 */
export function moduleOf(code, specifiers) {
  const text = code.join('\n');
  const source = ts.createSourceFile('example.ts', text, ts.ScriptTarget.Latest, true);
  const declared = new Set();
  const used = new Set();
  const visit = (node) => {
    const { parent } = node;
    if (ts.isIdentifier(node)) {
      const isDeclared =
        parent.name === node && (ts.isDeclarationStatement(parent) || ts.isVariableDeclaration(parent));
      if (
        isDeclared ||
        ts.isImportSpecifier(parent) ||
        ts.isImportClause(parent) ||
        ts.isNamespaceImport(parent) ||
        ts.isBindingElement(parent) ||
        ts.isParameter(parent)
      )
        declared.add(node.text);
      const isMember =
        (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
      if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  const imports = [...used]
    .filter((name) => !declared.has(name) && specifiers.has(name))
    .map((name) => `import { ${name} } from '${specifiers.get(name)}';`);

  let body = text;
  for (const [index, one] of [...expectations(code).entries()].reverse()) {
    const observed = (expression) => `;await globalThis.observe(${index}, async () => (${expression}));`;
    body =
      one.name === undefined
        ? body.slice(0, one.start) + observed(body.slice(one.start, one.end)) + body.slice(one.statementEnd)
        : body.slice(0, one.statementEnd) + observed(one.name) + body.slice(one.statementEnd);
  }
  return `${imports.join(' ')}\n${body}\nexport {};\n`;
}

/** The lines with the expectation's value replaced by `value` (lines of text). */
export function withValue(code, { line, column, height }, value) {
  const [first, ...rest] = value;
  const before = code[line].slice(0, column);
  return [
    ...code.slice(0, line),
    `${before}// => ${first}`,
    ...rest.map((text) => `//    ${text}`),
    ...code.slice(line + height),
  ];
}
