import type { PresetName } from './config/presets';
import type { FeatureName, MatchType } from './features/feature-names';
import type { Outcome } from './outcomes/outcome-model';

/** An event as consumers read it, one object a line. */
export interface MatchEvent {
  readonly matchType: MatchType;
  readonly features: { readonly matchType: MatchType } & Readonly<Record<FeatureName, number>>;
  readonly outcome: Outcome;
  /** 1 for accept and chat, else 0. */
  readonly label: 0 | 1;
  readonly preset: PresetName;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly timestamp: number;
  /** `rule-based` for events that were made, or what real ones say. */
  readonly source: string;
  /** The features whose rule did not find all that it reads. */
  readonly missing?: readonly FeatureName[];
  readonly seekerId?: string;
  readonly targetId?: string;
}
