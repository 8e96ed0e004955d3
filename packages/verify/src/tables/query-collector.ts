import { countCheck } from '../integrity/check';
import { Wrong } from '../integrity/wrong';
import { WordCounts } from '../realism/word-counts';
import { wordsIn } from './cell-values';
import type { Cells, TableCollector, TableFindings } from './table-findings';
import { notMeasured } from './table-findings';

/** Queries with more words share a bar. */
const bars = 10;

/** What is searched for: words of queries (T20). */
export class QueryCollector implements TableCollector {
  readonly #words = new WordCounts();
  readonly #empty = new Wrong();
  #rows = 0;

  add(cells: Cells, where: () => string): void {
    const query = cells('query');
    if (query === undefined || query === null) return;
    this.#rows++;
    const words = wordsIn(String(query));
    if (words === 0) this.#empty.at(where());
    else this.#words.add(words);
  }

  finish(): TableFindings {
    const words = this.#words;
    const counts = Array.from({ length: bars }, (_, at) =>
      at + 1 < bars
        ? words.counts[at + 1]!
        : words.counts.subarray(bars).reduce((sum, count) => sum + count, 0),
    );
    return {
      kind: 'searches',
      rows: this.#rows,
      figures: {
        queriesUnder4: words.under(4),
        queriesUnder6: words.under(6),
        queryMode: words.mode(),
      },
      errors: {},
      checks: [
        countCheck(
          'searches: queries',
          this.#empty,
          { right: 'all have words', wrong: 'have no words' },
          'warn',
        ),
        ...(words.texts === 0 ? [notMeasured('searches: words', 'no query has words')] : []),
      ],
      pictures: words.texts === 0 ? [] : [{ kind: 'query-words', counts }],
    };
  }
}
