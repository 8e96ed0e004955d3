// Loaded with the library of the drawings when a page is asked for.
export { reportHtml, tablesHtml } from '@synth/verify/report';
