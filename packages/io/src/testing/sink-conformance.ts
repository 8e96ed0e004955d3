import type { Batch, Row, Sink, SinkContext } from '@synth/core';
import { canonicalJson, rowAt } from '@synth/core';
import { conformanceBatch, conformanceTable } from './conformance-table';

/** A sink under test, and what stands at its other end. */
export interface SinkUnderTest {
  readonly sink: Sink;
  /**
   * The rows that are there, in any order, with the values that {@link rowAt} gives them: the test turns what the
   * service holds back into that. Columns that the service does not keep are left out by `columns` of the suite.
   */
  rows(): Promise<readonly Row[]>;
  /** Frees what the test holds, after the sink was closed. */
  dispose?(): Promise<void>;
}

export interface SinkConformanceOptions {
  /** A fresh sink, not opened, with nothing at its other end. */
  make(): Promise<SinkUnderTest>;
  /** Whether a row that is written again replaces itself. At-least-once sinks say false. */
  readonly idempotent: boolean;
  /** The columns that come back. Default all. */
  readonly columns?: readonly string[];
}

/** One check: resolves where the sink passes, rejects with what is wrong. */
export interface SinkCheck {
  readonly name: string;
  run(): Promise<void>;
}

/**
 * What every sink must do, for any test framework: `for (const { name, run } of sinkConformance(...)) it(name, run)`.
 */
export function sinkConformance(options: SinkConformanceOptions): readonly SinkCheck[] {
  const { make, idempotent } = options;
  const columns = options.columns ?? conformanceTable.columns.map(({ name }) => name);

  const chosen = (row: Row): Row => Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
  const rowsOf = (batches: readonly Batch[]): Row[] =>
    batches.flatMap((batch) => Array.from({ length: batch.rows }, (_, i) => rowAt(batch, i)));

  const expectRows = async (subject: SinkUnderTest, batches: readonly Batch[]): Promise<void> => {
    const sorted = (rows: readonly Row[]): string[] => rows.map((row) => canonicalJson(chosen(row))).sort();
    const found = sorted(await subject.rows());
    const wanted = sorted(rowsOf(batches));
    if (found.length !== wanted.length)
      throw new Error(`${found.length} rows are there, not ${wanted.length}`);
    const wrong = wanted.findIndex((row, i) => row !== found[i]);
    if (wrong >= 0) throw new Error(`a row is ${found[wrong]}, not ${wanted[wrong]}`);
  };

  const check = (name: string, body: (subject: SinkUnderTest) => Promise<void>): SinkCheck => ({
    name,
    async run() {
      const subject = await make();
      try {
        await subject.sink.open?.([conformanceTable]);
        await body(subject);
      } finally {
        await subject.sink.close();
        await subject.dispose?.();
      }
    },
  });

  const contextAt = (firstRow: number, signal?: AbortSignal): SinkContext => ({
    idPrefix: `conformance@1/${conformanceTable.name}`,
    firstRow,
    ...(signal === undefined ? {} : { signal }),
  });

  const checks = [
    check('writes every row with its values and nulls', async (subject) => {
      const batches = [conformanceBatch(0, 40), conformanceBatch(40, 1), conformanceBatch(41, 20)];
      let firstRow = 0;
      for (const batch of batches) {
        await subject.sink.write(batch, contextAt(firstRow));
        firstRow += batch.rows;
      }
      await subject.sink.flush?.();
      await expectRows(subject, batches);
    }),
    check('takes a batch of 8,192 rows', async (subject) => {
      const batch = conformanceBatch(0, 8192);
      await subject.sink.write(batch, contextAt(0));
      await subject.sink.flush?.();
      await expectRows(subject, [batch]);
    }),
    check('writes nothing for an empty batch', async (subject) => {
      await subject.sink.write(conformanceBatch(0, 0), contextAt(0));
      await subject.sink.flush?.();
      await expectRows(subject, []);
    }),
    check('does not write once the signal is aborted', async (subject) => {
      const reason = new Error('stopped by the check');
      const error: unknown = await subject.sink
        .write(conformanceBatch(0, 10), contextAt(0, AbortSignal.abort(reason)))
        .then(
          () => undefined,
          (caught: unknown) => caught,
        );
      if (error !== reason) throw new Error(`write rejected with ${String(error)}, not the signal's reason`);
      await expectRows(subject, []);
    }),
  ];
  if (!idempotent) return checks;
  return [
    ...checks,
    check('a row that is written again replaces itself', async (subject) => {
      const last = conformanceBatch(0, 30, 1);
      for (const batch of [conformanceBatch(0, 30), last, last]) {
        await subject.sink.write(batch, contextAt(0));
      }
      await subject.sink.flush?.();
      await expectRows(subject, [last]);
    }),
  ];
}
