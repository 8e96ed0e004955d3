export { kafkaSink } from './kafka-sink';
export { openKafkaSink, requires } from './open-kafka-sink';

export type { TargetName } from '../tables-by-name';
export type { KafkaMessage, KafkaProducer, KafkaSinkOptions } from './kafka-sink';
export type { KafkaLibrary, OpenKafkaSinkOptions } from './open-kafka-sink';
