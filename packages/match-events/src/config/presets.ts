/** What a pair must have to become an event. */
export interface Preset {
  /** The lowest score, inclusive. */
  readonly leastScore: number;
  /** The farthest that two destinations may lie apart, inclusive. */
  readonly mostKilometres: number;
}

/** The presets of the matching service: how strictly it filters candidates. */
export const presets = {
  balanced: { leastScore: 0.25, mostKilometres: 200 },
  safe: { leastScore: 0.35, mostKilometres: 150 },
  strict: { leastScore: 0.45, mostKilometres: 100 },
  loose: { leastScore: 0.15, mostKilometres: 300 },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;

/** In the order of their training columns. */
export const presetNames = ['safe', 'balanced', 'strict', 'loose'] as const satisfies readonly PresetName[];
