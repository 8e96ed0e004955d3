// Written by `nx run interactions:fit`: run it again rather than edit a number.

export const fitted = {
  'movielens-like': {
    below: 2.83,
    above: 1.97,
    coldShare: 0.0744,
    mix: 0.885,
    concentration: 0.116,
    scale: 31,
    sigma: 1.42,
    progressTaste: 0.17,
    progressPopularity: 0.13,
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
