import type { Row } from '@synth/core';
import { conformanceBatch, conformanceTable, sinkConformance } from '../../testing';
import type { KafkaSinkOptions } from './kafka-sink';
import { kafkaSink } from './kafka-sink';
import { openKafkaSink } from './open-kafka-sink';

type Sent = Parameters<KafkaSinkOptions['producer']['send']>[0];

function fake() {
  const sent: Sent[] = [];
  return {
    sent,
    producer: {
      send: async (record: Sent) => void sent.push(record),
    },
  };
}

describe('kafkaSink', () => {
  for (const { name, run } of sinkConformance({
    idempotent: false,
    async make() {
      const { sent, producer } = fake();
      const rows = async () =>
        sent.flatMap(({ messages }) => messages.map(({ value }) => JSON.parse(value!) as Row));
      return { sink: kafkaSink({ producer }), rows };
    },
  })) {
    it(name, run);
  }

  it('keys by the user and names each row', async () => {
    const { sent, producer } = fake();
    const sink = kafkaSink({ producer, topic: (table) => `${table}.v1` });
    await sink.open?.([{ ...conformanceTable, key: [] }]);
    await sink.write(conformanceBatch(0, 2), { idPrefix: 'd@1/t', firstRow: 7 });
    expect(sent.map(({ topic }) => topic)).toEqual(['synth_conformance.v1']);
    expect(sent[0]!.messages.map(({ key, headers }) => [key, headers])).toEqual([
      ['u0000001', { 'row-id': 'd@1/t/7' }],
      ['u"2', { 'row-id': 'd@1/t/8' }],
    ]);
  });

  it('names rows by the key of the table, else by nothing', async () => {
    const { sent, producer } = fake();
    const sink = kafkaSink({ producer, key: 'plays' });
    await sink.open?.([conformanceTable]);
    await sink.write(conformanceBatch(0, 1));
    expect(sent[0]!.messages[0]).toMatchObject({ key: '-2', headers: { 'row-id': 'row%200%2F%C3%A4' } });
    const bare = kafkaSink({ producer });
    await bare.write(conformanceBatch(0, 1));
    expect(sent[1]!.messages[0]).not.toHaveProperty('headers');
    expect(sent[1]!.messages[0]!.key).toBeNull();
  });

  it('sends other messages, leaves rows out, and cuts by bytes', async () => {
    const { sent, producer } = fake();
    const sink = kafkaSink({
      producer,
      topic: 'events',
      maxBatchBytes: 20,
      message: (row) => (row['liked'] === true ? { key: 'k', value: 'ten bytes!' } : undefined),
    });
    await sink.write(conformanceBatch(0, 10));
    expect(sent.map(({ topic, messages }) => [topic, messages.length])).toEqual([
      ['events', 2],
      ['events', 2],
      ['events', 1],
    ]);
  });

  it('says which topic did not take messages', async () => {
    const cause = new Error('broker gone');
    const sink = kafkaSink({ producer: { send: () => Promise.reject(cause) } });
    await expect(sink.write(conformanceBatch(0, 3))).rejects.toMatchObject({
      code: 'SINK_FAILED',
      message: 'kafka: topic synth_conformance did not take 3 messages: broker gone',
      cause,
    });
  });
});

describe('openKafkaSink', () => {
  it('connects a producer of its own and disconnects it', async () => {
    const calls: string[] = [];
    class Kafka {
      constructor({ brokers }: { brokers: string[] }) {
        calls.push(brokers.join());
      }
      producer() {
        return {
          ...fake().producer,
          connect: async () => void calls.push('connect'),
          disconnect: async () => void calls.push('disconnect'),
        };
      }
    }
    const sink = await openKafkaSink({ brokers: ['a:1', 'b:2'], library: { Kafka } });
    await sink.write(conformanceBatch(0, 1));
    await sink.close();
    expect(calls).toEqual(['a:1,b:2', 'connect', 'disconnect']);
  });

  it('says that the broker cannot be reached', async () => {
    await expect(openKafkaSink({ brokers: ['127.0.0.1:1'], library: refusing })).rejects.toMatchObject({
      code: 'SINK_UNAVAILABLE',
      message: 'kafka: cannot connect to 127.0.0.1:1: refused',
    });
  });

  it('says what to install', async () => {
    jest.doMock('kafkajs', () => {
      throw Object.assign(new Error("Cannot find module 'kafkajs'"), { code: 'MODULE_NOT_FOUND' });
    });
    await expect(openKafkaSink({ brokers: ['a:1'] })).rejects.toMatchObject({
      code: 'LIBRARY_MISSING',
      message: 'kafkajs is not installed',
      remedy: 'npm install kafkajs@">=2.2 <3", or pass the module as `library`',
    });
    jest.dontMock('kafkajs');
  });
});

const refusing = {
  Kafka: class {
    producer() {
      return {
        ...fake().producer,
        connect: () => Promise.reject(new Error('refused\nsecond line')),
        disconnect: () => Promise.reject(new Error('not connected')),
      };
    }
  },
};
