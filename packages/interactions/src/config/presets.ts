import { fitted } from './fitted';

const film = fitted['movielens-like'];
const music = fitted['music-streaming-like'];
const weak = fitted['weak-signal'];

/** Relative activity of the hours of a day: quiet nights, a long evening. */
const daily: number[] = [
  0.55, 0.35, 0.25, 0.2, 0.2, 0.25, 0.4, 0.6, 0.8, 0.95, 1.05, 1.1, 1.15, 1.1, 1.1, 1.15, 1.25, 1.4, 1.6,
  1.75, 1.85, 1.75, 1.4, 0.9,
];

/** Relative activity of Monday to Sunday: the shares of MovieLens-100K. */
const weekly: number[] = [13.2, 13.9, 16.6, 13.4, 15.9, 15.1, 11.9];

const common = {
  temporalDecay: 0.1,
  itemColdStartRate: 0,
  singleUserItemRate: 0,
  genres: 12,
  genreSkew: 1,
  daily,
  weekly,
  sessions: { meanLength: 4, meanGapSeconds: 120 },
  progression: { taste: 0, popularity: 0 },
  plays: null,
};

/** The rules of the simulator whose shapes contracts.md keeps: scores, a mild tail, few interactions a user. */
const original = {
  ...common,
  minUserInteractions: 3,
  maxUserInteractions: 50,
  popularity: { kind: 'score' as const, exponent: 2, noise: 0.3 },
  activity: { kind: 'beta' as const, alpha: 2, beta: 5 },
};

/** Activity, catalogue and order of MovieLens-100K. */
const movies = {
  ...common,
  progression: { taste: film.progressTaste, popularity: film.progressPopularity },
  temporalDecay: 0,
  minUserInteractions: 20,
  maxUserInteractions: 450,
  genres: 16,
  genreSkew: 0,
  activity: { kind: 'shifted-lognormal' as const, shift: 18.7, scale: film.scale, sigma: film.sigma },
};

/**
 * The presets: what options are when a caller leaves them out, and how many users and items to invent. Fitted to
 * published statistics of real data where they are named after it: docs/presets.md has figures and procedure.
 */
export const presets = {
  standard: {
    users: 1000,
    items: 500,
    about: "the original simulator's rules, and one favourite genre a user: a model can learn tastes from it",
    options: { ...original, taste: { kind: 'favourite' as const, boost: 7 } },
  },
  reference: {
    users: 1000,
    items: 500,
    about: "the original simulator's rules exactly: it carries popularity and hardly any taste",
    options: { ...original, taste: { kind: 'preference' as const, clustering: 0.6 } },
  },
  'movielens-like': {
    users: 943,
    items: 1682,
    about: 'density, long tail, activity, co-occurrence and learnability of MovieLens-100K',
    options: {
      ...movies,
      popularity: {
        kind: 'split-lognormal' as const,
        below: film.below,
        above: film.above,
        coldShare: film.coldShare,
        coldFrom: -4.6,
        coldTo: -2,
      },
      taste: { kind: 'mixture' as const, mix: film.mix, concentration: film.concentration },
    },
  },
  'music-streaming-like': {
    users: 1892,
    items: 61000,
    about: 'the artist power law, capped lists and repeat plays of Last.fm-2K',
    options: {
      ...common,
      temporalDecay: 0,
      minUserInteractions: 1,
      maxUserInteractions: 50,
      genres: 14,
      genreSkew: music.genreSkew,
      popularity: { kind: 'pareto' as const, alpha: music.alpha, max: 6500 },
      taste: { kind: 'mixture' as const, mix: music.mix, concentration: music.concentration },
      activity: { kind: 'capped' as const, full: 0.95 },
      plays: { mu: 5.47, userSigma: 1, itemSigma: 1.15 },
    },
  },
  'weak-signal': {
    users: 943,
    items: 1682,
    about: 'a negative control: margins like MovieLens-100K, tastes too faint to beat popularity',
    options: {
      ...movies,
      popularity: {
        kind: 'split-lognormal' as const,
        below: weak.below,
        above: weak.above,
        coldShare: weak.coldShare,
        coldFrom: -4.6,
        coldTo: -2,
      },
      taste: { kind: 'mixture' as const, mix: weak.mix, concentration: weak.concentration },
    },
  },
};

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as [PresetName, ...PresetName[]];
