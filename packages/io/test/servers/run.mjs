// Sinks and sources through the real client libraries, against servers that this script starts and stops: redis-server,
// postgres, and the mock broker inside kcat (Debian: redis-server postgresql kcat).
import { join } from 'node:path';
import { withServers } from '../../../../tools/servers/with-servers.mjs';

await withServers(['redis', 'kafka', 'postgres', 'postgrest'], join(import.meta.dirname, 'check.ts'));
