import type { Row } from '@synth/core';
import { habits, personalities, unknownCode } from '../people/profiles';
import { destinationOf } from './destination';
import { dayField, dayText, listField, numberField, textField, valueOf } from './fields';
import type { ProblemTally } from './problems';
import { habitStep, personalityStep, stepWord } from './scales';

/** A traveller as the table `travellers` has one: what is unknown is null, or an empty list. */
export interface Traveller extends Row {
  readonly user_id: string;
  readonly age: number | null;
  readonly nationality: string | null;
  readonly religion: string | null;
  readonly languages: readonly string[];
  readonly interests: readonly string[];
  readonly personality: string | null;
  readonly smoking: string | null;
  readonly drinking: string | null;
  readonly job: string | null;
  readonly location: string | null;
  readonly destination: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly budget: number | null;
  readonly mode: string | null;
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The columns that may hold the id of a traveller. */
export const userIdColumns: readonly string[] = ['user_id', 'userId', 'id'];

/** A traveller of a row of any of the shapes that are read; what cannot be read is unknown, and counted. */
export function travellerOf(row: Row, id: string, problems: ProblemTally): Traveller {
  const destination = destinationOf(row);
  if (destination.latitude === undefined) {
    problems.add('no_coordinates', id);
  }
  const [startDay, endDay] = stayOf(row, id, problems);
  return {
    user_id: id,
    age: orNull(positiveField(row, 'age', id, problems)),
    nationality: wordField(row, 'nationality', id, problems),
    religion: wordField(row, 'religion', id, problems),
    languages: textsField(row, 'languages', id, problems),
    interests: textsField(row, 'interests', id, problems),
    personality: scaleField(row, 'personality', personalityStep, personalities, id, problems),
    smoking: scaleField(row, 'smoking', habitStep, habits, id, problems),
    drinking: scaleField(row, 'drinking', habitStep, habits, id, problems),
    job: wordField(row, 'job', id, problems),
    location: wordField(row, 'location', id, problems),
    destination: destination.name ?? null,
    lat: destination.latitude ?? null,
    lon: destination.longitude ?? null,
    start_date: Number.isNaN(startDay) ? null : dayText(startDay),
    end_date: Number.isNaN(endDay) ? null : dayText(endDay),
    budget: orNull(positiveField(row, 'budget', id, problems)),
    mode: wordField(row, 'mode', id, problems),
  };
}

/** First and last day; both NaN where one is missing, or they are the wrong way round. */
export function stayOf(row: Row, id: string, problems: ProblemTally): readonly [number, number] {
  const [first, last] = [valueOf(row, ['start_date', 'startDate']), valueOf(row, ['end_date', 'endDate'])];
  const unknown = [Number.NaN, Number.NaN] as const;
  if (first === undefined || last === undefined) {
    problems.add('no_dates', id);
    return unknown;
  }
  const [startDay, endDay] = [dayField(first), dayField(last)];
  if (Number.isNaN(startDay + endDay)) {
    problems.add('dates_unreadable', id);
    return unknown;
  }
  if (endDay < startDay) {
    problems.add('end_before_start', id);
    return unknown;
  }
  return [startDay, endDay];
}

/** A number that is 0 or more; NaN where there is none. */
export function positiveField(
  row: Row,
  name: 'age' | 'average_age' | 'budget' | 'members_count',
  id: string,
  problems: ProblemTally,
): number {
  const value = valueOf(row, [name]);
  if (value === undefined) return Number.NaN;
  const number = numberField(value);
  if (number >= 0) return number;
  problems.add(`${name}_invalid`, id);
  return Number.NaN;
}

/** A text; null where there is none. */
function wordField(row: Row, name: string, id: string, problems: ProblemTally): string | null {
  const text = textField(row, [name]);
  if (text === undefined && isGiven(row[name])) problems.add('text_unreadable', id);
  return text ?? null;
}

/** A list of texts; empty where there is none. */
export function textsField(
  row: Row,
  name: 'interests' | 'languages' | 'top_interests' | 'dominant_languages',
  id: string,
  problems: ProblemTally,
): readonly string[] {
  const value = row[name];
  const isList = Array.isArray(value) && value.every((part) => typeof part === 'string');
  if (isGiven(value) && typeof value !== 'string' && !isList) problems.add(`${name}_unreadable`, id);
  return listField(value);
}

/** Whether there is a value, other than white space. */
const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');

function scaleField(
  row: Row,
  name: 'personality' | 'smoking' | 'drinking',
  stepOf: (text: string) => number,
  steps: readonly string[],
  id: string,
  problems: ProblemTally,
): string | null {
  const text = wordField(row, name, id, problems);
  if (text === null) return null;
  const step = stepOf(text);
  if (step === unknownCode) problems.add(`${name}_unknown`, id);
  return stepWord(steps, step);
}
