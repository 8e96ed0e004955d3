import { jsonOf } from '../intake/fields';

/** What an application log writes before an event. */
export const logMarker = '[ML_MATCH_EVENT]';

/**
 * The JSON text of the event in a line; undefined where the line is about something else. In a log an event follows the
 * marker, in a text or within a text of a JSON object; a line of JSON Lines is an event itself.
 *
 * @param everyLine whether the file is JSON Lines, so that every line is meant to be an event
 */
export function eventInLine(text: string, everyLine: boolean): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const at = trimmed.indexOf(logMarker);
  if (at < 0) return everyLine || /^\{.*"matchType"/.test(trimmed) ? trimmed : undefined;
  const within = trimmed.startsWith('{') ? textWithMarker(jsonOf(trimmed)) : undefined;
  if (within !== undefined) return eventInLine(within, false);
  const rest = trimmed.slice(at + logMarker.length);
  const start = rest.indexOf('{');
  return start < 0 ? rest.trim() : rest.slice(start, endOfObject(rest, start));
}

/** The text of a structured log's object that has the marker in it. */
function textWithMarker(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value).find(
    (one): one is string => typeof one === 'string' && one.includes(logMarker),
  );
}

/** Where the object that begins at `start` ends; the end of the text where it does not. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}
