// Written by `nx run interactions:fit`: run it again rather than edit a number.

export const fitted = {
  'movielens-like': {
    below: 2.82,
    above: 2.06,
    coldShare: 0.0715,
    mix: 0.9,
    concentration: 0.128,
    scale: 31.5,
    sigma: 1.44,
    progressTaste: 0.182,
    progressPopularity: 0.14,
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
