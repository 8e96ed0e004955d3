import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';

/**
 * The part of PostgREST that the Supabase sink and source ask for, over a real PostgreSQL: upsert and insert of JSON
 * rows, and ordered pages. What it does not know it refuses.
 */
export async function postgrestDouble(
  database: Pool,
  maxRows: number,
): Promise<{ url: string; stop(): void }> {
  const quoted = (name: string): string => `"${name.replaceAll('"', '')}"`;

  async function insert(table: string, query: URLSearchParams, prefer: string, body: string): Promise<void> {
    const columns = query.get('columns')!.split(',').map(quoted).join(', ');
    const key = query.get('on_conflict')?.split(',').map(quoted).join(', ');
    const updates = query
      .get('columns')!
      .split(',')
      .map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
    const action = prefer.includes('merge-duplicates') ? `do update set ${updates.join(', ')}` : 'do nothing';
    await database.query(
      `insert into ${quoted(table)} (${columns}) select ${columns} from json_populate_recordset(null::${quoted(table)}, $1)
       ${key === undefined ? '' : `on conflict (${key}) ${action}`}`,
      [body],
    );
  }

  async function select(table: string, query: URLSearchParams): Promise<string> {
    const [column, direction] = query.get('order')!.split('.');
    const limit = Math.min(Number(query.get('limit')), maxRows);
    const { rows } = await database.query<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from (select ${query.get('select')} from ${quoted(table)}
       order by ${quoted(column!)} ${direction === 'desc' ? 'desc' : 'asc'} limit ${limit} offset ${Number(query.get('offset'))}) t`,
    );
    return rows[0]!.rows;
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString('utf8')));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url!, 'http://h');
      const table = decodeURIComponent(pathname.replace('/rest/v1/', ''));
      const work =
        request.method === 'POST'
          ? insert(table, searchParams, String(request.headers['prefer']), body).then(
              () => [201, ''] as const,
            )
          : select(table, searchParams).then((rows) => [200, rows] as const);
      work
        .catch((error: { code?: string; message: string }) => {
          const text = JSON.stringify({
            code: error.code ?? '',
            message: error.message,
            details: null,
            hint: null,
          });
          return [error.code === '23505' ? 409 : 400, text] as const;
        })
        .then(([status, text]) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(text);
        }, console.error);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
