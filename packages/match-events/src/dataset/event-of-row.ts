import type { Row } from '@synth/core';
import type { MatchEvent } from '../match-event';

const featurePrefix = 'features.';

/** A row of `match_events_synthetic` as the object that consumers read: `features.x` is member x of `features`. */
export function eventOfRow(row: Row): MatchEvent {
  const event: Row = {};
  const features: Row = {};
  for (const name in row) {
    if (!name.startsWith(featurePrefix)) event[name] = row[name];
    else {
      event['features'] ??= features;
      features[name.slice(featurePrefix.length)] = row[name];
    }
  }
  return event as unknown as MatchEvent;
}
