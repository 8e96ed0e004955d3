/** A way to travel: the latent class through which an invented traveller's fields belong together. */
export interface Style {
  readonly name: string;
  readonly weight: number;
  readonly age: { readonly mean: number; readonly sd: number };
  /** What a day costs at age 30, in the median. */
  readonly dailyBudget: number;
  /** Days of a stay beyond the two first, in the mean. */
  readonly stay: number;
  /** Relative numbers of never, sometimes, often. */
  readonly smoking: readonly [number, number, number];
  readonly drinking: readonly [number, number, number];
  /** Relative numbers of introvert, ambivert, extrovert. */
  readonly personality: readonly [number, number, number];
  /** Factor of the interests that belong to it; the others have 1. */
  readonly interests: Readonly<Record<string, number>>;
  /** Factor of the regions that it likes; the others have 1. */
  readonly regions: Readonly<Record<string, number>>;
}

/** Interests that invented travellers and groups have. */
export const interests: readonly string[] = [
  'hiking',
  'beaches',
  'museums',
  'history',
  'food',
  'nightlife',
  'photography',
  'diving',
  'surfing',
  'yoga',
  'wildlife',
  'architecture',
  'music',
  'shopping',
  'cycling',
  'wine',
  'climbing',
  'street art',
  'markets',
  'wellness',
];

export const styles: readonly Style[] = [
  {
    name: 'backpacker',
    weight: 24,
    age: { mean: 25, sd: 4.5 },
    dailyBudget: 1500,
    stay: 10,
    smoking: [55, 30, 15],
    drinking: [20, 55, 25],
    personality: [20, 40, 40],
    interests: { hiking: 5, nightlife: 4, surfing: 4, 'street art': 3, beaches: 4, markets: 3, yoga: 2 },
    regions: { 'Andaman Coast': 3, 'Bali and Lombok': 3, 'Central Vietnam': 3, Himalaya: 3, 'Costa Rica': 2 },
  },
  {
    name: 'culture',
    weight: 22,
    age: { mean: 39, sd: 12 },
    dailyBudget: 3200,
    stay: 6,
    smoking: [74, 17, 9],
    drinking: [20, 64, 16],
    personality: [42, 38, 20],
    interests: { museums: 8, history: 7, architecture: 6, food: 4, photography: 3, wine: 3, markets: 2 },
    regions: { Tuscany: 4, 'Rome and Naples': 4, Kansai: 4, 'Low Countries': 2, 'Rajasthan and Agra': 3 },
  },
  {
    name: 'sun',
    weight: 18,
    age: { mean: 34, sd: 10 },
    dailyBudget: 2800,
    stay: 6,
    smoking: [62, 24, 14],
    drinking: [14, 60, 26],
    personality: [24, 44, 32],
    interests: { beaches: 9, food: 3, diving: 4, wellness: 3, shopping: 3, music: 2 },
    regions: { Cyclades: 4, 'French Riviera': 3, Yucatan: 4, Dalmatia: 3, 'Goa and Gokarna': 3, Portugal: 2 },
  },
  {
    name: 'nature',
    weight: 14,
    age: { mean: 35, sd: 11 },
    dailyBudget: 2200,
    stay: 8,
    smoking: [84, 11, 5],
    drinking: [28, 60, 12],
    personality: [46, 36, 18],
    interests: { hiking: 9, wildlife: 7, climbing: 5, cycling: 4, photography: 5, yoga: 3 },
    regions: { 'Eastern Alps': 6, Himalaya: 6, 'Costa Rica': 5, Portugal: 2 },
  },
  {
    name: 'comfort',
    weight: 12,
    age: { mean: 51, sd: 12 },
    dailyBudget: 6500,
    stay: 7,
    smoking: [80, 12, 8],
    drinking: [18, 62, 20],
    personality: [34, 42, 24],
    interests: { wine: 7, wellness: 6, food: 6, architecture: 3, shopping: 4, museums: 4 },
    regions: { 'French Riviera': 5, Tuscany: 5, 'Southern California': 3, Portugal: 2, Kansai: 2 },
  },
  {
    name: 'party',
    weight: 10,
    age: { mean: 24, sd: 3.5 },
    dailyBudget: 2400,
    stay: 4,
    smoking: [38, 34, 28],
    drinking: [5, 40, 55],
    personality: [6, 30, 64],
    interests: { nightlife: 10, music: 8, beaches: 5, shopping: 2, 'street art': 3 },
    regions: { 'Low Countries': 4, Catalonia: 5, Cyclades: 4, 'Goa and Gokarna': 4, 'Bali and Lombok': 2 },
  },
];
