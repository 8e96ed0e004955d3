// `synth match seed`, `synth simulate match` and `synth doctor match` through ioredis, supabase-js and pg, against
// servers that this script starts and stops: redis-server and postgres (Debian: redis-server postgresql), and a double
// of PostgREST over that database.
import { join } from 'node:path';
import { withServers } from '../../../../tools/servers/with-servers.mjs';

await withServers(['redis', 'postgres', 'postgrest'], join(import.meta.dirname, 'check.ts'));
