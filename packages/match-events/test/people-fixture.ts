import type { Row } from '@synth/core';

/** A traveller of whom everything is known. */
export const ada: Row = {
  user_id: 'ada',
  age: 30,
  nationality: 'French',
  religion: 'none',
  languages: ['French', 'English'],
  interests: ['food', 'museums', 'hiking'],
  personality: 'introvert',
  smoking: 'never',
  drinking: 'sometimes',
  destination: { name: 'Nice', lat: 43.71, lon: 7.262 },
  start_date: '2024-06-01',
  end_date: '2024-06-11',
  budget: 20_000,
};

/** Another, in Cannes. */
export const bob: Row = {
  user_id: 'bob',
  age: 36,
  nationality: 'Dutch',
  religion: 'none',
  languages: ['Dutch', 'English', 'French'],
  interests: ['Food', 'wine'],
  personality: 'extrovert',
  smoking: 'often',
  drinking: 'sometimes',
  destination: { name: 'Cannes', lat: 43.553, lon: 7.017 },
  start_date: '2024-06-05',
  end_date: '2024-06-09',
  budget: 16_000,
};

/** A group in Nice. */
export const group: Row = {
  group_id: 'g1',
  destination: 'Nice',
  start_date: '2024-06-01',
  end_date: '2024-06-06',
  budget: 30_000,
  average_age: 31.5,
  top_interests: ['hiking', 'food'],
  dominant_languages: ['English'],
  members_count: 5,
};
