/** A part of the world that people travel to, with towns so near to each other that travellers may meet. */
export interface Region {
  readonly name: string;
  readonly continent: string;
  /** Relative number of trips. */
  readonly weight: number;
  /** Name, latitude and longitude in degrees, relative number of stays. */
  readonly towns: readonly (readonly [name: string, latitude: number, longitude: number, weight: number])[];
}

/** Where invented travellers and groups go. */
export const regions: readonly Region[] = [
  {
    name: 'Catalonia',
    continent: 'Europe',
    weight: 10,
    towns: [
      ['Barcelona', 41.385, 2.173, 6],
      ['Sitges', 41.237, 1.806, 2],
      ['Girona', 41.979, 2.821, 2],
      ['Tarragona', 41.119, 1.245, 2],
    ],
  },
  {
    name: 'French Riviera',
    continent: 'Europe',
    weight: 7,
    towns: [
      ['Nice', 43.71, 7.262, 4],
      ['Cannes', 43.553, 7.017, 2],
      ['Saint-Tropez', 43.273, 6.64, 2],
      ['Marseille', 43.296, 5.37, 3],
    ],
  },
  {
    name: 'Tuscany',
    continent: 'Europe',
    weight: 8,
    towns: [
      ['Florence', 43.77, 11.256, 5],
      ['Siena', 43.319, 11.331, 2],
      ['Pisa', 43.723, 10.402, 2],
      ['Bologna', 44.494, 11.343, 2],
    ],
  },
  {
    name: 'Rome and Naples',
    continent: 'Europe',
    weight: 9,
    towns: [
      ['Rome', 41.903, 12.496, 5],
      ['Naples', 40.852, 14.268, 3],
      ['Sorrento', 40.626, 14.376, 2],
    ],
  },
  {
    name: 'Low Countries',
    continent: 'Europe',
    weight: 9,
    towns: [
      ['Amsterdam', 52.368, 4.904, 5],
      ['Antwerp', 51.219, 4.402, 2],
      ['Bruges', 51.209, 3.225, 2],
      ['Rotterdam', 51.924, 4.478, 2],
    ],
  },
  {
    name: 'Dalmatia',
    continent: 'Europe',
    weight: 6,
    towns: [
      ['Split', 43.508, 16.44, 4],
      ['Hvar', 43.173, 16.441, 2],
      ['Dubrovnik', 42.651, 18.094, 3],
    ],
  },
  {
    name: 'Cyclades',
    continent: 'Europe',
    weight: 7,
    towns: [
      ['Santorini', 36.393, 25.461, 4],
      ['Paros', 37.085, 25.15, 2],
      ['Mykonos', 37.447, 25.329, 3],
    ],
  },
  {
    name: 'Portugal',
    continent: 'Europe',
    weight: 8,
    towns: [
      ['Lisbon', 38.722, -9.139, 5],
      ['Sintra', 38.803, -9.382, 2],
      ['Lagos', 37.102, -8.674, 2],
    ],
  },
  {
    name: 'Eastern Alps',
    continent: 'Europe',
    weight: 6,
    towns: [
      ['Innsbruck', 47.269, 11.404, 3],
      ['Munich', 48.137, 11.575, 4],
      ['Salzburg', 47.809, 13.055, 3],
    ],
  },
  {
    name: 'Andaman Coast',
    continent: 'Asia',
    weight: 9,
    towns: [
      ['Phuket', 7.88, 98.392, 4],
      ['Krabi', 8.086, 98.907, 3],
      ['Ko Lanta', 7.625, 99.079, 2],
      ['Khao Lak', 8.641, 98.251, 1],
    ],
  },
  {
    name: 'Bali and Lombok',
    continent: 'Asia',
    weight: 10,
    towns: [
      ['Ubud', -8.507, 115.263, 4],
      ['Canggu', -8.648, 115.138, 4],
      ['Gili Trawangan', -8.35, 116.038, 2],
      ['Kuta Lombok', -8.895, 116.29, 1],
    ],
  },
  {
    name: 'Kansai',
    continent: 'Asia',
    weight: 8,
    towns: [
      ['Kyoto', 35.012, 135.768, 4],
      ['Osaka', 34.694, 135.502, 4],
      ['Nara', 34.685, 135.805, 1],
      ['Nagoya', 35.182, 136.906, 2],
    ],
  },
  {
    name: 'Central Vietnam',
    continent: 'Asia',
    weight: 6,
    towns: [
      ['Da Nang', 16.054, 108.202, 3],
      ['Hoi An', 15.88, 108.338, 4],
      ['Hue', 16.463, 107.591, 2],
    ],
  },
  {
    name: 'Rajasthan and Agra',
    continent: 'Asia',
    weight: 6,
    towns: [
      ['Jaipur', 26.912, 75.787, 4],
      ['Agra', 27.177, 78.008, 3],
      ['Pushkar', 26.49, 74.551, 2],
    ],
  },
  {
    name: 'Goa and Gokarna',
    continent: 'Asia',
    weight: 7,
    towns: [
      ['Panaji', 15.491, 73.828, 4],
      ['Palolem', 15.01, 74.023, 3],
      ['Gokarna', 14.55, 74.319, 2],
    ],
  },
  {
    name: 'Himalaya',
    continent: 'Asia',
    weight: 5,
    towns: [
      ['Kathmandu', 27.717, 85.324, 4],
      ['Pokhara', 28.21, 83.986, 3],
      ['Chitwan', 27.53, 84.354, 1],
    ],
  },
  {
    name: 'Yucatan',
    continent: 'Americas',
    weight: 7,
    towns: [
      ['Cancun', 21.161, -86.852, 3],
      ['Playa del Carmen', 20.629, -87.074, 3],
      ['Tulum', 20.211, -87.465, 3],
      ['Valladolid', 20.69, -88.201, 1],
    ],
  },
  {
    name: 'Costa Rica',
    continent: 'Americas',
    weight: 5,
    towns: [
      ['San Jose', 9.928, -84.091, 2],
      ['La Fortuna', 10.471, -84.645, 3],
      ['Manuel Antonio', 9.392, -84.137, 2],
      ['Santa Teresa', 9.645, -85.167, 2],
    ],
  },
  {
    name: 'Southern California',
    continent: 'Americas',
    weight: 6,
    towns: [
      ['Los Angeles', 34.052, -118.244, 4],
      ['San Diego', 32.716, -117.161, 3],
      ['Santa Barbara', 34.421, -119.698, 2],
    ],
  },
  {
    name: 'Morocco',
    continent: 'Africa',
    weight: 5,
    towns: [
      ['Marrakesh', 31.63, -7.981, 4],
      ['Essaouira', 31.509, -9.76, 2],
      ['Agadir', 30.428, -9.598, 2],
    ],
  },
];
