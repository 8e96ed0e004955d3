import { connect } from 'node:net';
import { freePort, has, start } from './processes.mjs';

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('data', (data) => {
      socket.destroy();
      resolve(String(data).startsWith('+PONG'));
    });
    socket.on('error', () => resolve(false));
  });

/** A Redis server in memory; undefined where there is none. */
export async function redis() {
  if (!has('redis-server')) return undefined;
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const { stop } = await start('redis-server', args, () => answers(port));
  return { url: `redis://127.0.0.1:${port}`, stop };
}
