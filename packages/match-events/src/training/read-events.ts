import { eventInLine } from './event-in-line';
import { jsonOf } from '../intake/fields';
import type { Refusal, RefusalKind } from './parse-event';
import { parseEvent } from './parse-event';
import type { TrainingEvent } from './training-event';

/** The lines of one file. */
export interface NamedLines {
  /** The file's name. Of `.jsonl`, `.ndjson` (`.gz` aside) every line is an event; others are logs. */
  readonly name: string;
  readonly lines:
    | Iterable<{ readonly line: number; readonly text: string }>
    | AsyncIterable<{ readonly line: number; readonly text: string }>;
}

/** A line that was meant to be an event and is left out. */
export interface BadLine {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly kind: RefusalKind;
  readonly reason: string;
}

/** What some files hold. */
export interface ReadEvents {
  /** In the order of files and lines. */
  readonly events: readonly TrainingEvent[];
  readonly badLines: readonly BadLine[];
  /** By file: events taken, bad lines, and lines of logs that are about something else. */
  readonly files: readonly {
    readonly file: string;
    readonly events: number;
    readonly bad: number;
    readonly other: number;
  }[];
}

const isJsonLines = (name: string): boolean => /\.(jsonl|ndjson)(\.gz)?$/i.test(name);

/**
 * Reads the events of files in which others may stand between them. A line that is meant to be an event and is none is
 * listed with its reason; an event that stood there before, in any file, is listed as its duplicate.
 */
export async function readEvents(files: Iterable<NamedLines>): Promise<ReadEvents> {
  const events: TrainingEvent[] = [];
  const badLines: BadLine[] = [];
  const counts: ReadEvents['files'][number][] = [];
  const seen = new Map<string, string>();
  for (const { name, lines } of files) {
    const everyLine = isJsonLines(name);
    const before = { events: events.length, bad: badLines.length };
    let other = 0;
    for await (const { line, text } of lines) {
      const json = eventInLine(text, everyLine);
      if (json === undefined) {
        if (text.trim() !== '') other++;
        continue;
      }
      const read = eventOfJson(json);
      const key = 'features' in read ? keyOf(read) : '';
      const earlier = seen.get(key);
      if (!('features' in read)) badLines.push({ file: name, line, ...read });
      else if (earlier !== undefined)
        badLines.push({ file: name, line, kind: 'duplicate', reason: `the same event as ${earlier}` });
      else {
        seen.set(key, `${name}, line ${line}`);
        events.push(read);
      }
    }
    const bad = badLines.length - before.bad;
    counts.push({ file: name, events: events.length - before.events, bad, other });
  }
  return { events, badLines, files: counts };
}

function eventOfJson(json: string): TrainingEvent | Refusal {
  const value = jsonOf(json);
  return value === undefined ? { kind: 'not_json', reason: 'not JSON, or cut off' } : parseEvent(value);
}

/** What an event says; its flags aside, which a copy may lack. */
const keyOf = (event: TrainingEvent): string =>
  JSON.stringify([
    event.matchType,
    event.features,
    event.label,
    event.preset,
    event.timestamp,
    event.source,
    event.seekerId,
    event.targetId,
  ]);
