import { errorCodes, errorsPage } from './error-codes.mjs';

const source = `
/** All of them. */
export type XErrorCode =
  | CoreErrorCode
  /** A value, of {@link Thing} or
   * another, is wrong. */
  | 'VALUE_WRONG'
  | 'BARE';
type HiddenErrorCode = 'HIDDEN';
export type Other = 'OTHER';
/** One. */
export type YErrorCode = /** The only one. */ 'ONLY';
`;

describe('errorCodes', () => {
  it('reads members with their doc comments, of exported unions of codes only', () => {
    expect(errorCodes(source)).toEqual([
      { code: 'VALUE_WRONG', meaning: 'A value, of `Thing` or another, is wrong.' },
      { code: 'BARE', meaning: '' },
      { code: 'ONLY', meaning: 'The only one.' },
    ]);
  });
});

describe('errorsPage', () => {
  it('has a table a package, sorted by code', () => {
    const page = errorsPage([
      {
        name: '@synth/x',
        codes: [
          { code: 'B', meaning: 'b | c' },
          { code: 'A', meaning: 'a' },
        ],
      },
      { name: '@synth/y', codes: [] },
    ]);
    expect(page).toContain('## @synth/x\n\n| code | when |\n| --- | --- |\n| `A` | a |\n| `B` | b \\| c |\n');
    expect(page).not.toContain('@synth/y');
  });
});
