export { reportHtml } from './report-html';

export type { ReportHtmlOptions } from './report-html';
