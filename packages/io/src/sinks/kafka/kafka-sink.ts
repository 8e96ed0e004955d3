import type { Batch, Row, Sink, SinkContext } from '@synth/core';
import { rowAt } from '@synth/core';
import { columnOfRole } from '../../formats/role-columns';
import { rowIds } from '../row-ids';
import { reasonOf, sinkError } from '../sink-error';
import type { TargetName } from '../tables-by-name';
import { TablesByName, targetName } from '../tables-by-name';

/** A message to Kafka. */
export interface KafkaMessage {
  readonly key?: string | null;
  readonly value: string | null;
  readonly headers?: Record<string, string>;
}

/** The part of a Kafka producer that the sink uses: a connected producer of kafkajs fits, and any client of this shape. */
export interface KafkaProducer {
  send(record: {
    topic: string;
    messages: { key?: string | null; value: string | null; headers?: Record<string, string> }[];
  }): Promise<unknown>;
}

export interface KafkaSinkOptions {
  /** The caller's: connected before and disconnected after by the caller. */
  readonly producer: KafkaProducer;
  /** Default: the table's name. */
  readonly topic?: TargetName;
  /** The column whose text is the key. Default: the first of the role user, else the row's id. */
  readonly key?: string;
  /** Another message than the row as JSON under its key; undefined leaves the row out. */
  readonly message?: (row: Row, table: string) => KafkaMessage | undefined;
  /** The bytes of values sent at once. Default 512 KiB: brokers take 1 MiB. */
  readonly maxBatchBytes?: number;
}

/**
 * Sends each row as a JSON message. The key keeps a user's rows in one partition, and so in order; the header `row-id`
 * says which row it is, so that consumers can tell a repetition. Delivery is at least once.
 *
 * @throws SynthError `SINK_FAILED` from `write`
 */
export function kafkaSink(options: KafkaSinkOptions): Sink {
  const { producer, topic, key, maxBatchBytes = 512 * 1024 } = options;
  const tables = new TablesByName();

  const messageOf = (
    batch: Batch,
    context: SinkContext | undefined,
  ): ((row: number) => KafkaMessage | undefined) => {
    const table = tables.get(batch.table);
    const keyName = key ?? (table === undefined ? undefined : columnOfRole(table, 'user')?.name);
    const idOf = rowIds(batch, table, context);
    return (index) => {
      const row = rowAt(batch, index);
      if (options.message !== undefined) return options.message(row, batch.table);
      const id = idOf(index);
      const keyed = keyName === undefined ? id : row[keyName];
      return {
        key: keyed === undefined || keyed === null ? null : String(keyed),
        value: JSON.stringify(row),
        ...(id === undefined ? {} : { headers: { 'row-id': id } }),
      };
    };
  };

  return {
    name: 'kafka',
    open: async (specs) => tables.open(specs),
    async write(batch, context) {
      const target = targetName(topic, batch.table);
      const message = messageOf(batch, context);
      for (let row = 0; row < batch.rows;) {
        context?.signal?.throwIfAborted();
        const messages: KafkaMessage[] = [];
        for (let bytes = 0; row < batch.rows && bytes < maxBatchBytes; row++) {
          const one = message(row);
          if (one === undefined) continue;
          messages.push(one);
          bytes += Buffer.byteLength(one.value ?? '');
        }
        if (messages.length === 0) continue;
        await producer.send({ topic: target, messages: [...messages] }).catch((cause: unknown) => {
          throw sinkError(
            'SINK_FAILED',
            'kafka',
            `topic ${target} did not take ${messages.length} messages: ${reasonOf(cause)}`,
            {
              field: target,
              cause,
            },
          );
        });
      }
    },
    async close() {
      // The producer is the caller's.
    },
  };
}
