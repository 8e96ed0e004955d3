import { has, start } from './processes.mjs';

/** The mock broker of librdkafka, inside kcat; it ends with its input. Undefined where there is no kcat. */
export async function kafka() {
  if (!has('kcat')) return undefined;
  const args = [
    '-P',
    '-b',
    'ignored:1',
    '-X',
    'test.mock.num.brokers=1',
    '-d',
    'mock',
    '-t',
    'keepalive',
    '-q',
  ];
  const { answer, stop } = await start(
    'kcat',
    args,
    (output) => /bootstrap\.servers=([\d.:]+)/.exec(output())?.[1],
  );
  return { url: answer, stop };
}
