type Fields = Readonly<Record<string, unknown>>;

/** The fields of any value. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

// What undici and the system say when no connection came about.
const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Whether an error, or what caused it, says that no connection came about. */
export function isUnreachable(error: unknown): boolean {
  for (let at = fieldsOf(error), depth = 0; depth < 5; at = fieldsOf(at['cause']), depth++) {
    if (codes.has(String(at['code']))) return true;
  }
  return false;
}
