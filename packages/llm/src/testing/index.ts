export { scriptedEmbeddingModel, scriptedModel } from './scripted-model';
export { startModelServer } from './server/model-server';
export { virtualClock } from './virtual-clock';

export type {
  RecordedCall,
  ScriptedAnswer,
  ScriptedEmbeddingModel,
  ScriptedModel,
  ScriptedModelChanges,
} from './scripted-model';
export type { Fault } from './server/fault';
export type { ModelServer, ModelServerOptions } from './server/model-server';
export type { ServedOutcome, ServedRequest } from './server/served-request';
export type { VirtualClock } from './virtual-clock';
