export { matchDataset } from './dataset/dataset';
export { groupsFrom } from './intake/groups-from';
export { sessionsFrom } from './intake/sessions-from';
export { travellersFrom } from './intake/travellers-from';
export { matchEvents } from './match-events';

export type { PresetName } from './config/presets';
export type { MatchConfig, MatchOptions } from './config/schema';
export type { MatchErrorCode } from './errors';
export type { FeatureName, MatchType } from './features/feature-names';
export type { Group } from './intake/groups-from';
export type { Problem } from './intake/problems';
export type { StoreEntry } from './intake/sessions-from';
export type { Intake, TravellerSources } from './intake/travellers-from';
export type { Traveller } from './intake/traveller';
export type { MatchEvent } from './match-event';
export type { GeneratedEvents, GeneratorOptions, TableOption } from './match-events';
export type { Outcome } from './outcomes/outcome-model';
export type { Truth } from './truth/truth';
