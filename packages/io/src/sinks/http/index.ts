export { httpSink } from './http-sink';

export type { Fetch, HttpSinkOptions } from './http-sink';
