// Written by `nx run interactions:fit`: run it again rather than edit a number.

export const fitted = {
  'movielens-like': {
    below: 2.5,
    above: 2.08,
    coldShare: 0.13,
    mix: 0.87,
    concentration: 0.085,
    scale: 36,
    sigma: 1.43,
  },
  'music-streaming-like': { alpha: 1.79, mix: 0.85, concentration: 0.2, genreSkew: 1.1 },
  'weak-signal': { below: 2.5, above: 1.45, coldShare: 0.08, mix: 0.2, concentration: 0.3 },
};
