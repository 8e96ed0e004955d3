import type { HtmlReport } from './html-report';

/** What was found as a line of JSON. */
export const verifiedJson = (
  event: 'verified' | 'tables-verified',
  report: object,
  milliseconds: number,
  html?: HtmlReport,
): string =>
  `${JSON.stringify({ event, ...report, milliseconds, ...(html === undefined ? {} : { html }) })}\n`;
