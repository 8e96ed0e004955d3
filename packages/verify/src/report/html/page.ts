import { escape } from './escape';
import { stylesheet } from './stylesheet';

/** What a page begins with. */
export interface PageHead {
  /** What the data is called. */
  readonly name: string;
  readonly ok: boolean;
  /** The verdict. */
  readonly sentence: string;
  readonly reasons: readonly { readonly title: string; readonly text: string }[];
}

/** Longer verdicts are set smaller. */
const longSentence = 170;

/** A report as one HTML page that needs no network and no script: the verdict, its reasons, and parts. Empty parts are left out. */
export function page({ name, ok, sentence, reasons }: PageHead, parts: readonly string[]): string {
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escape(name)}: ${ok ? 'passes' : 'does not pass'}</title>`,
    `<style>${stylesheet}</style>`,
    '</head>',
    '<body><main>',
    `<header class="${ok ? 'pass' : 'fail'}">`,
    `<h1${sentence.length > longSentence ? ' class="long"' : ''}>${escape(sentence)}</h1>`,
    `<p class="facts"><span class="mark">${ok ? 'Pass' : 'Fail'}</span>${escape(name)}</p>`,
    reasons.length === 0
      ? ''
      : `<ul class="reasons">${reasons
          .map(({ title, text }) => `<li><strong>${escape(title)}</strong>${escape(text)}</li>`)
          .join('')}</ul>`,
    '</header>',
    ...parts,
    '</main></body>',
    '</html>',
  ]
    .filter((part) => part !== '')
    .join('\n')}\n`;
}

/** A section; nothing where there is nothing to show. */
export const section = (title: string, lead: string, body: string): string =>
  body === ''
    ? ''
    : `<section><h2>${escape(title)}</h2>${lead === '' ? '' : `<p class="lead">${escape(lead)}</p>`}${body}</section>`;

/** Large numbers and what they count. */
export const tiles = (all: readonly (readonly [string, string])[]): string =>
  `<ul class="tiles">${all.map(([value, name]) => `<li><b>${escape(value)}</b><span>${escape(name)}</span></li>`).join('')}</ul>`;
