import type { Sink } from '@synth/core';
import { loadLibrary } from '../library';
import { reasonOf, sinkError } from '../sink-error';
import type { KafkaProducer, KafkaSinkOptions } from './kafka-sink';
import { kafkaSink } from './kafka-sink';

/** The library that {@link openKafkaSink} loads: install it beside this package. */
export const requires = { package: 'kafkajs', range: '>=2.2 <3' } as const;

/** The part of the kafkajs module that is used. */
export interface KafkaLibrary {
  readonly Kafka: new (options: { clientId: string; brokers: string[]; logLevel: number }) => {
    producer(): KafkaProducer & { connect(): Promise<void>; disconnect(): Promise<void> };
  };
}

export interface OpenKafkaSinkOptions extends Omit<KafkaSinkOptions, 'producer'> {
  /** `host:port`, one or more. */
  readonly brokers: readonly string[];
  /** Default `synth`. */
  readonly clientId?: string;
  /** The kafkajs module, where it cannot be resolved from here. */
  readonly library?: KafkaLibrary;
}

/**
 * A Kafka sink with a producer of its own, which `close` disconnects.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function openKafkaSink(options: OpenKafkaSinkOptions): Promise<Sink> {
  const { brokers, clientId = 'synth', library, ...rest } = options;
  const { Kafka } = await loadLibrary<KafkaLibrary>(requires, library, () => import('kafkajs'));
  // 0 is kafkajs' NOTHING: what fails is raised, not logged.
  const producer = new Kafka({ clientId, brokers: [...brokers], logLevel: 0 }).producer();
  await producer.connect().catch(async (cause: unknown) => {
    await producer.disconnect().catch(() => undefined);
    throw sinkError(
      'SINK_UNAVAILABLE',
      'kafka',
      `cannot connect to ${brokers.join(', ')}: ${reasonOf(cause)}`,
      {
        field: 'brokers',
        value: brokers,
        remedy: 'check the addresses, and whether the broker runs',
        cause,
      },
    );
  });
  const sink = kafkaSink({ ...rest, producer });
  return { ...sink, close: () => producer.disconnect() };
}
