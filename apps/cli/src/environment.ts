import { parseEnv } from 'node:util';

/** The variables that a `.env` file may give: keys and addresses of services. Options never come from the environment. */
const keyNames = [
  'GEMINI_API_KEY',
  'GOOGLE_API_KEY',
  'OPENAI_API_KEY',
  'REDIS_URL',
  'SUPABASE_KEY',
  'SUPABASE_SERVICE_ROLE_KEY',
  'SUPABASE_URL',
];

/**
 * The environment of the process, with the keys that the text of a `.env` file adds. What is set already wins.
 */
export function environmentWith(
  environment: Readonly<Record<string, string | undefined>>,
  dotenv: string,
): Readonly<Record<string, string | undefined>> {
  const keys = Object.entries(parseEnv(dotenv)).filter(([name]) => keyNames.includes(name));
  return { ...Object.fromEntries(keys), ...environment };
}

/** Whether a stream takes colours: NO_COLOR and FORCE_COLOR (no-color.org, force-color.org) over what it is. */
export function takesColour(
  isTTY: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY && TERM !== 'dumb';
}
