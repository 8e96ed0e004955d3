import { defineConfig } from 'tsup';
import { library } from '../../tools/tsup/library.mjs';

export default defineConfig(
  library({
    index: 'src/index.ts',
    read: 'src/read/index.ts',
    kafka: 'src/sinks/kafka/index.ts',
    redis: 'src/sinks/redis/index.ts',
    qdrant: 'src/sinks/qdrant/index.ts',
    supabase: 'src/sinks/supabase/index.ts',
    postgres: 'src/sinks/postgres/index.ts',
    http: 'src/sinks/http/index.ts',
    'file-store': 'src/file-store/index.ts',
    testing: 'src/testing/index.ts',
    'run-worker': 'src/run-worker.ts',
  }),
);
