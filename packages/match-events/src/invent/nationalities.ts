/** A people: what its travellers speak and believe, and where they live. */
export interface Nationality {
  readonly name: string;
  readonly continent: string;
  /** Relative number of travellers. */
  readonly weight: number;
  readonly native: string;
  /** The probability that someone of 30 speaks English, where it is not native. */
  readonly english: number;
  /** Other languages that some speak, with probability. */
  readonly also: Readonly<Record<string, number>>;
  /** Relative numbers; `none` is a belief of its own. */
  readonly religions: Readonly<Record<string, number>>;
  readonly homes: readonly string[];
}

/** Where invented travellers come from. */
export const nationalities: readonly Nationality[] = [
  {
    name: 'Indian',
    continent: 'Asia',
    weight: 16,
    native: 'Hindi',
    english: 0.85,
    also: { French: 0.03, German: 0.03 },
    religions: { hindu: 76, muslim: 12, christian: 4, sikh: 4, none: 4 },
    homes: ['Mumbai', 'Bengaluru', 'Delhi', 'Pune'],
  },
  {
    name: 'American',
    continent: 'Americas',
    weight: 12,
    native: 'English',
    english: 1,
    also: { Spanish: 0.2, French: 0.06 },
    religions: { christian: 55, none: 36, jewish: 3, muslim: 2, hindu: 2, buddhist: 2 },
    homes: ['New York', 'Chicago', 'Austin', 'Seattle'],
  },
  {
    name: 'British',
    continent: 'Europe',
    weight: 9,
    native: 'English',
    english: 1,
    also: { French: 0.15, Spanish: 0.1 },
    religions: { christian: 40, none: 49, muslim: 6, hindu: 3, jewish: 2 },
    homes: ['London', 'Manchester', 'Bristol'],
  },
  {
    name: 'German',
    continent: 'Europe',
    weight: 9,
    native: 'German',
    english: 0.85,
    also: { French: 0.15, Spanish: 0.1 },
    religions: { christian: 48, none: 46, muslim: 6 },
    homes: ['Berlin', 'Hamburg', 'Cologne'],
  },
  {
    name: 'French',
    continent: 'Europe',
    weight: 7,
    native: 'French',
    english: 0.65,
    also: { Spanish: 0.2, German: 0.06 },
    religions: { christian: 40, none: 50, muslim: 9, jewish: 1 },
    homes: ['Paris', 'Lyon', 'Nantes'],
  },
  {
    name: 'Spanish',
    continent: 'Europe',
    weight: 6,
    native: 'Spanish',
    english: 0.55,
    also: { French: 0.12, Portuguese: 0.05 },
    religions: { christian: 58, none: 40, muslim: 2 },
    homes: ['Madrid', 'Valencia', 'Bilbao'],
  },
  {
    name: 'Italian',
    continent: 'Europe',
    weight: 6,
    native: 'Italian',
    english: 0.55,
    also: { French: 0.12, Spanish: 0.12 },
    religions: { christian: 70, none: 28, muslim: 2 },
    homes: ['Milan', 'Turin', 'Rome'],
  },
  {
    name: 'Dutch',
    continent: 'Europe',
    weight: 5,
    native: 'Dutch',
    english: 0.95,
    also: { German: 0.45, French: 0.12 },
    religions: { none: 60, christian: 34, muslim: 6 },
    homes: ['Utrecht', 'Amsterdam', 'Eindhoven'],
  },
  {
    name: 'Brazilian',
    continent: 'Americas',
    weight: 6,
    native: 'Portuguese',
    english: 0.45,
    also: { Spanish: 0.25 },
    religions: { christian: 84, none: 15, jewish: 1 },
    homes: ['Sao Paulo', 'Recife', 'Curitiba'],
  },
  {
    name: 'Mexican',
    continent: 'Americas',
    weight: 4,
    native: 'Spanish',
    english: 0.5,
    also: { French: 0.04 },
    religions: { christian: 84, none: 16 },
    homes: ['Mexico City', 'Guadalajara'],
  },
  {
    name: 'Australian',
    continent: 'Oceania',
    weight: 6,
    native: 'English',
    english: 1,
    also: { Mandarin: 0.05, Italian: 0.03 },
    religions: { none: 50, christian: 42, buddhist: 3, muslim: 3, hindu: 2 },
    homes: ['Sydney', 'Melbourne', 'Perth'],
  },
  {
    name: 'Japanese',
    continent: 'Asia',
    weight: 5,
    native: 'Japanese',
    english: 0.4,
    also: { Korean: 0.05 },
    religions: { none: 60, buddhist: 38, christian: 2 },
    homes: ['Tokyo', 'Osaka', 'Fukuoka'],
  },
  {
    name: 'Korean',
    continent: 'Asia',
    weight: 5,
    native: 'Korean',
    english: 0.55,
    also: { Japanese: 0.12 },
    religions: { none: 52, christian: 30, buddhist: 18 },
    homes: ['Seoul', 'Busan'],
  },
  {
    name: 'Emirati',
    continent: 'Asia',
    weight: 2,
    native: 'Arabic',
    english: 0.85,
    also: { Hindi: 0.1 },
    religions: { muslim: 95, none: 5 },
    homes: ['Dubai', 'Abu Dhabi'],
  },
  {
    name: 'Moroccan',
    continent: 'Africa',
    weight: 2,
    native: 'Arabic',
    english: 0.4,
    also: { French: 0.75, Spanish: 0.15 },
    religions: { muslim: 96, none: 4 },
    homes: ['Casablanca', 'Rabat'],
  },
  {
    name: 'South African',
    continent: 'Africa',
    weight: 3,
    native: 'English',
    english: 1,
    also: { German: 0.03, Portuguese: 0.03 },
    religions: { christian: 78, none: 16, muslim: 4, hindu: 2 },
    homes: ['Cape Town', 'Johannesburg'],
  },
];
