import { createServer } from 'node:http';
import pg from 'pg';

/** What a filter or a method that is not known is answered with. */
const refused = (what) => Object.assign(new Error(`this double does not know ${what}`), { code: 'PGRST100' });

const quoted = (name) => `"${name.replaceAll('"', '')}"`;

const notFilters = new Set(['select', 'order', 'limit', 'offset', 'columns', 'on_conflict']);

/** `column=in.(a,b)` of a request, as a condition of SQL and its parameters. */
function conditionOf(query) {
  const values = [];
  const conditions = [...query].flatMap(([column, filter]) => {
    if (notFilters.has(column)) return [];
    const list = /^in\.\((.*)\)$/.exec(filter);
    if (list === null) throw refused(`${column}=${filter}`);
    values.push(list[1].split(',').map((text) => text.replaceAll('"', '')));
    return [`${quoted(column)}::text = any($${values.length})`];
  });
  return { sql: conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`, values };
}

/**
 * The part of PostgREST that sinks and sources for Supabase ask for, over a real PostgreSQL: upsert and insert of JSON
 * rows, ordered pages, rows by a list of ids and their deletion. What it does not know it refuses.
 *
 * @param url the database
 * @param maxRows most rows of an answer, as a server sets it
 */
export async function postgrestDouble(url, maxRows) {
  const database = new pg.Pool({ connectionString: url });
  // The server may stop while connections are on their way out.
  database.on('error', () => undefined);

  async function insert(table, query, prefer, body) {
    const columns = query.get('columns').split(',').map(quoted).join(', ');
    const key = query.get('on_conflict')?.split(',').map(quoted).join(', ');
    const updates = query
      .get('columns')
      .split(',')
      .map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
    const action = prefer.includes('merge-duplicates') ? `do update set ${updates.join(', ')}` : 'do nothing';
    await database.query(
      `insert into ${quoted(table)} (${columns}) select ${columns} from json_populate_recordset(null::${quoted(table)}, $1)
       ${key === undefined ? '' : `on conflict (${key}) ${action}`}`,
      [body],
    );
    return [201, ''];
  }

  async function select(table, query) {
    const { sql, values } = conditionOf(query);
    const [column, direction] = query.get('order')?.split('.') ?? [];
    const order =
      column === undefined ? '' : ` order by ${quoted(column)} ${direction === 'desc' ? 'desc' : 'asc'}`;
    const limit = Math.min(Number(query.get('limit') ?? maxRows), maxRows);
    const { rows } = await database.query(
      `select coalesce(json_agg(t), '[]')::text as rows from (select ${query.get('select')} from ${quoted(table)}
       ${sql}${order} limit ${limit} offset ${Number(query.get('offset'))}) t`,
      values,
    );
    return [200, rows[0].rows];
  }

  async function remove(table, query) {
    const { sql, values } = conditionOf(query);
    if (sql === '') throw refused('the deletion of all rows');
    await database.query(`delete from ${quoted(table)}${sql}`, values);
    return [204, ''];
  }

  const answer = async (request, body) => {
    const { pathname, searchParams } = new URL(request.url, 'http://h');
    const table = decodeURIComponent(pathname.replace('/rest/v1/', ''));
    if (request.method === 'POST')
      return insert(table, searchParams, String(request.headers['prefer']), body);
    if (request.method === 'GET') return select(table, searchParams);
    if (request.method === 'DELETE') return remove(table, searchParams);
    throw refused(request.method);
  };

  const statuses = { 23505: 409, 23503: 409, '42P01': 404 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => (body += data.toString('utf8')));
    request.on('end', async () => {
      const [status, text] = await answer(request, body).catch(({ code = '', message }) => [
        statuses[code] ?? 400,
        JSON.stringify({ code, message, details: null, hint: null }),
      ]);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await database.end();
    },
  };
}
