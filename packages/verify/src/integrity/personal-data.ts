import type { Check } from './check';
import { countCheck } from './check';
import { isSuspicious } from './suspicious-text';
import { Wrong } from './wrong';

const patterns: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i },
  {
    what: 'an IPv4 address',
    pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/,
  },
  {
    what: 'a telephone number',
    pattern: /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\w.-])/,
  },
  {
    what: 'a telephone number',
    pattern: /(?<![\w.])\+\d{1,3}[ -]?(?:\(\d{1,4}\)[ -]?)?\d(?:[ -]?\d){6,12}(?!\w)/,
  },
];

const cardNumber = /(?<!\d)[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{3,4}(?!\d)/;

/** The check digit of payment cards (ISO/IEC 7812). */
function hasCheckDigit(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Names of columns that hold what identifies a person. */
const personalNames =
  /^(e_?mail(_?(id|address))?|(tele)?phone(_?number)?|mobile|(first|last|full|given|family|middle|user|sur|maiden)_?name|street|(home|postal|street|ip)_?address|ip|birth_?(day|date)|date_?of_?birth|dob|ssn|passport(_?number)?|iban)$/;

/** Whether a column is called like something that identifies a person. */
export const isPersonalName = (column: string): boolean =>
  personalNames.test(
    column
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .replaceAll('-', '_')
      .toLowerCase(),
  );

/** What a text looks like that would identify a person, if it does. */
export function personalDataIn(text: string): string | undefined {
  if (text.length < 7 || !isSuspicious(text)) return undefined;
  const found = patterns.find(({ pattern }) => pattern.test(text));
  if (found !== undefined) return found.what;
  const card = cardNumber.exec(text);
  return card !== null && hasCheckDigit(card[0]) ? 'a card number' : undefined;
}

/** Looks through texts for e-mail, IP and telephone addresses and card numbers. Never repeats what it found. */
export class PersonalData {
  readonly #wrong = new Wrong();
  readonly #named = new Map<string, string>();
  #texts = 0;
  #last = '';

  look(text: unknown, where: () => string): void {
    if (typeof text !== 'string') return;
    this.#texts++;
    // Rows of a user often follow each other.
    if (text === this.#last) return;
    this.#last = text;
    const what = personalDataIn(text);
    if (what !== undefined) this.#wrong.at(`${where()} looks like ${what}`);
  }

  /** Remembers a column that is called like personal data. */
  column(name: string, where: string): void {
    if (isPersonalName(name)) this.#named.set(name, where);
  }

  finish(): Check[] {
    const named = Array.from(this.#named, ([name, where]) => `${name} ${where}`);
    return [
      countCheck('personal data', this.#wrong, {
        right: `none of ${this.#texts.toLocaleString('en-GB')} texts looks like an address, a telephone or a card number`,
        wrong: 'texts look like personal data',
      }),
      countCheck(
        'personal columns',
        { count: named.length, ...(named[0] === undefined ? {} : { first: named[0] }) },
        {
          right: 'no column is called like one that identifies people',
          wrong: 'columns are called like personal data',
        },
        'warn',
      ),
    ];
  }
}
