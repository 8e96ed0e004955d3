// Written by `nx run interactions:fit`: run it again rather than edit a number.

export const fitted = {
  'movielens-like': {
    below: 2.84,
    above: 2.05,
    coldShare: 0.0681,
    mix: 0.897,
    concentration: 0.124,
    scale: 30.6,
    sigma: 1.45,
    progressTaste: 0.182,
    progressPopularity: 0.136,
  },
  'music-streaming-like': {
    alpha: 1.77,
    mix: 0.819,
    concentration: 0.186,
    genreSkew: 0.971,
  },
  'weak-signal': {
    below: 2.56,
    above: 1.43,
    coldShare: 0.093,
    mix: 0.146,
    concentration: 0.307,
  },
};
