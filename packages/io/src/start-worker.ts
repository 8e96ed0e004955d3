import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { WorkerOptions } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

// This file and the workers lie directly in `src`, as their outputs lie directly in `dist`.
const self = import.meta.url;

/**
 * Starts a worker of this package: the built file, or its source where this runs from source.
 *
 * @param name the entry's name, without extension
 */
export function startWorker(name: string, options: WorkerOptions): Worker {
  if (!self.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, self), options);
  // Node 20 takes no TypeScript file as a worker's entry: a line of JavaScript loads it.
  const loader = createRequire(self).resolve('tsx/cjs');
  const entry = fileURLToPath(new URL(`./${name}.ts`, self));
  return new Worker(`require(${JSON.stringify(loader)});require(${JSON.stringify(entry)});`, {
    ...options,
    eval: true,
    execArgv: ['--conditions=@synth/source'],
  });
}
