import type { PresetName } from '../config/presets';
import type { MatchType } from '../features/feature-names';

/** An event, read and checked. */
export interface TrainingEvent {
  readonly matchType: MatchType;
  /** The eight, in the order of their names. */
  readonly features: readonly number[];
  /** The features that miss something, as a set of bits by place. */
  readonly missing: number;
  /** Whether the event said so itself; else it is what the values give away. */
  readonly missingGiven: boolean;
  readonly label: 0 | 1;
  readonly preset: PresetName;
  readonly timestamp: number;
  readonly source: string;
  readonly seekerId?: string;
  readonly targetId?: string;
}
