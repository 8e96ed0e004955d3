export { reportHtml } from './report-html';
export { tablesHtml } from './tables-html';

export type { ReportHtmlOptions } from './report-html';
