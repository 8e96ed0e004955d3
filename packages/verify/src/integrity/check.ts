/** A check of the data as it stands in its files. */
export interface Check {
  readonly name: string;
  /** `warn` is worth a look and fails nothing; `skip` could not be looked at. */
  readonly status: 'pass' | 'warn' | 'fail' | 'skip';
  /** One sentence: what was found, and where first. */
  readonly detail: string;
}

const number = new Intl.NumberFormat('en-GB');

/** A check that counts what is wrong. */
export function countCheck(
  name: string,
  wrong: { readonly count: number; readonly first?: string },
  texts: { readonly right: string; readonly wrong: string },
  severity: 'warn' | 'fail' = 'fail',
): Check {
  if (wrong.count === 0) return { name, status: 'pass', detail: texts.right };
  const where = wrong.first === undefined ? '' : `; the first ${wrong.first}`;
  return { name, status: severity, detail: `${number.format(wrong.count)} ${texts.wrong}${where}` };
}
