import { nearestName } from '@synth/core';
import { presetNames } from '../config/presets';
import { featureNames, matchTypes } from '../features/feature-names';
import { labelOf, outcomes } from '../outcomes/outcome-model';
import { derivedMissing } from './derived-missing';
import type { TrainingEvent } from './training-event';

/** Why an event cannot be learnt from: what is wrong, without the values of other fields. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly reason: string;
}

export type RefusalKind =
  | 'not_json'
  | 'not_an_event'
  | 'match_type'
  | 'feature_missing'
  | 'feature_range'
  | 'missing_flags'
  | 'outcome'
  | 'label'
  | 'preset'
  | 'timestamp'
  | 'source'
  | 'ids'
  | 'duplicate';

/** Before this moment (1973) a number is taken for seconds. */
const leastTimestamp = 1e11;
const mostTimestamp = 8.64e15;

class Refused extends Error {
  readonly refusal: Refusal;

  constructor(kind: RefusalKind, reason: string) {
    super(reason);
    this.refusal = { kind, reason };
  }
}

/** Reads an event that JSON gave; a refusal says what is wrong with it first. */
export function parseEvent(value: unknown): TrainingEvent | Refusal {
  try {
    return eventOf(value);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function eventOf(value: unknown): TrainingEvent {
  const event = objectOf(value) ?? refuse('not_an_event', 'not a JSON object');
  const given = objectOf(event['features']) ?? refuse('not_an_event', 'no object features');
  const matchType = oneOf(event['matchType'], matchTypes, 'match_type', 'matchType');
  if (given['matchType'] !== undefined && given['matchType'] !== matchType)
    refuse('match_type', `matchType is ${matchType}, features.matchType ${shown(given['matchType'])}`);
  const features = featureNames.map((name) => featureOf(given[name], name));
  const missing = missingOf(event['missing']);
  const { seekerId, targetId } = event;
  return {
    matchType,
    features,
    missing: missing ?? derivedMissing(matchType, features),
    missingGiven: missing !== undefined,
    label: checkedLabel(event),
    preset: oneOf(event['preset'], presetNames, 'preset', 'preset'),
    timestamp: timestampOf(event['timestamp']),
    source: event['source'] === undefined ? 'unknown' : textOf(event['source'], 'source', 'source'),
    ...(seekerId === undefined ? {} : { seekerId: textOf(seekerId, 'ids', 'seekerId') }),
    ...(targetId === undefined ? {} : { targetId: textOf(targetId, 'ids', 'targetId') }),
  };
}

const refuse = (kind: RefusalKind, reason: string): never => {
  throw new Refused(kind, reason);
};

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;

function oneOf<T extends string>(value: unknown, allowed: readonly T[], kind: RefusalKind, name: string): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  if (value === undefined) return refuse(kind, `no ${name}`);
  const near = typeof value === 'string' ? nearestName(value, allowed) : undefined;
  return refuse(
    kind,
    `${name} is ${shown(value)}: ${near === undefined ? allowed.join(', ') : `did you mean ${near}?`}`,
  );
}

function featureOf(value: unknown, name: string): number {
  if (value === undefined || value === null) return refuse('feature_missing', `no features.${name}`);
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  return refuse('feature_range', `features.${name} is ${shown(value)}: a number of 0 to 1`);
}

function missingOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return refuse('missing_flags', `missing is ${shown(value)}: a list of features`);
  return (value as unknown[]).reduce<number>((set, name) => {
    const i = featureNames.findIndex((one) => one === name);
    return i < 0
      ? refuse('missing_flags', `missing names ${shown(name)}, which is no feature`)
      : set | (1 << i);
  }, 0);
}

function checkedLabel(event: Readonly<Record<string, unknown>>): 0 | 1 {
  const label = labelOf(oneOf(event['outcome'], outcomes, 'outcome', 'outcome'));
  const given = event['label'];
  if (given === undefined || given === label) return label;
  return refuse('label', `label is ${shown(given)}, but outcome ${String(event['outcome'])} means ${label}`);
}

function timestampOf(value: unknown): number {
  if (value === undefined || value === null) return refuse('timestamp', 'no timestamp');
  if (typeof value !== 'number' || !Number.isFinite(value))
    return refuse('timestamp', `timestamp is ${shown(value)}: milliseconds since 1970, a number`);
  if (value < leastTimestamp || value > mostTimestamp)
    return refuse('timestamp', `timestamp is ${value}: milliseconds since 1970 (are these seconds?)`);
  return value;
}

function textOf(value: unknown, kind: RefusalKind, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  return refuse(kind, `${name} is ${shown(value)}: a text`);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
