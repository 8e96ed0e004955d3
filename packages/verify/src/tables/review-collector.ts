import { powerLawFit } from '@synth/interactions/evaluate';
import { countCheck } from '../integrity/check';
import { Wrong } from '../integrity/wrong';
import { starFigures } from '../realism/star-figures';
import { WordCounts } from '../realism/word-counts';
import { flagIn, idIn, isBlank, numberIn, wordsIn } from './cell-values';
import type { KeptRows } from './keyed-rows';
import { keptErrors, KeyedRows } from './keyed-rows';
import type { LatenessStars } from './lateness-stars';
import type { Cells, CollectorOptions, TableCollector, TableFindings } from './table-findings';
import { notMeasured } from './table-findings';

/** Reviews: stars, words, verified purchases, and who writes how many (T06, T22 to T24). */
export class ReviewCollector implements TableCollector {
  readonly #options: CollectorOptions;
  readonly #stars: LatenessStars;
  readonly #users: KeyedRows;
  readonly #counts = new Float64Array(5);
  readonly #words = new WordCounts();
  readonly #lowWords = new WordCounts();
  readonly #topWords = new WordCounts();
  readonly #wrongStars = new Wrong();
  readonly #wrongVerified = new Wrong();
  #offScale = false;
  #rows = 0;
  #verified = 0;
  #unverified = 0;

  /** @param stars where stars meet deliveries */
  constructor(options: CollectorOptions, stars: LatenessStars) {
    this.#options = options;
    this.#stars = stars;
    this.#users = new KeyedRows(0, { seed: options.seed, name: 'users', most: options.maxRows });
  }

  add(cells: Cells, where: () => string): void {
    const { has } = this.#options;
    const stars = numberIn(cells('rating'));
    const text = isBlank(cells('text')) ? '' : String(cells('text'));
    // In a table of other things, too, only some rows are reviews.
    if (isBlank(cells('rating')) && text === '') return;
    this.#rows++;
    const user = idIn(cells('user'));
    if (user !== undefined) this.#users.add(user, []);
    this.#addStars(stars, cells, where);
    const words = wordsIn(text);
    if (words > 0) {
      this.#words.add(words);
      if (stars === 2 || stars === 3) this.#lowWords.add(words);
      if (stars === 5) this.#topWords.add(words);
    }
    if (has('verified')) this.#addVerified(flagIn(cells('verified')), where);
    else if (has('transaction')) this.#addVerified(!isBlank(cells('transaction')), where);
  }

  #addStars(stars: number, cells: Cells, where: () => string): void {
    if (isBlank(cells('rating'))) return;
    if (Number.isNaN(stars)) this.#wrongStars.at(where());
    else if (!Number.isInteger(stars) || stars < 1 || stars > 5) this.#offScale = true;
    else this.#counts[stars - 1]!++;
    const transaction = idIn(cells('transaction'));
    if (transaction !== undefined && !Number.isNaN(stars) && !this.#options.has('deliveryDate'))
      this.#stars.reviewed(transaction, stars);
  }

  #addVerified(verified: boolean | undefined, where: () => string): void {
    if (verified === undefined) this.#wrongVerified.at(where());
    else if (verified) this.#verified++;
    else this.#unverified++;
  }

  finish(): TableFindings {
    const { has } = this.#options;
    const { mu, sigma } = this.#words.logarithms();
    const users = this.#users.finish();
    const figuresOf = (part: KeptRows): Record<string, number> => activity(part);
    const scaled = !this.#offScale && this.#counts.some((count) => count > 0);
    const marked = has('verified') || this.#unverified > 0;
    return {
      kind: 'reviews',
      rows: this.#rows,
      figures: {
        ...(scaled ? starFigures(this.#counts) : unstarred),
        ...(has('text')
          ? {
              reviewMu: mu,
              reviewSigma: this.#words.texts > 1 ? sigma : Number.NaN,
              lowToTopWords: this.#lowWords.median() / this.#topWords.median(),
            }
          : {}),
        verifiedShare: marked ? this.#verified / (this.#verified + this.#unverified) : Number.NaN,
        ...(has('user') ? figuresOf(users) : {}),
      },
      errors: has('user') ? keptErrors(users, figuresOf) : {},
      ...(users.share < 1 ? { share: users.share } : {}),
      checks: [
        countCheck('reviews: stars', this.#wrongStars, { right: 'all are numbers', wrong: 'are no numbers' }),
        ...(has('verified')
          ? [
              countCheck('reviews: verified', this.#wrongVerified, {
                right: 'all are yes or no',
                wrong: 'are neither yes nor no',
              }),
            ]
          : []),
        ...this.#unmeasured(scaled, marked),
      ],
      pictures: [
        ...(scaled ? [{ kind: 'stars', counts: [...this.#counts] } as const] : []),
        ...(this.#words.texts > 0
          ? [
              {
                kind: 'review-words',
                counts: this.#words.counts.subarray(0, this.#words.most + 1),
                mu,
                sigma,
              } as const,
            ]
          : []),
      ],
    };
  }

  #unmeasured(scaled: boolean, marked: boolean): TableFindings['checks'] {
    const { has } = this.#options;
    return [
      ...(scaled
        ? []
        : [
            notMeasured(
              'reviews: shape of stars',
              this.#offScale ? 'stars are not the whole numbers 1 to 5' : 'no review has stars',
            ),
          ]),
      ...(has('text') && this.#words.texts === 0
        ? [notMeasured('reviews: words', 'no review has a text')]
        : []),
      ...(marked
        ? []
        : [
            notMeasured(
              'reviews: verified',
              has('transaction')
                ? 'every review names its purchase: nothing tells the others'
                : 'no column says which reviews are of a purchase',
            ),
          ]),
      notMeasured('reviews: star and text (T27)', 'what a text says of stars is not measured here'),
    ];
  }
}

const unstarred = {
  fiveStars: Number.NaN,
  oneOverTwo: Number.NaN,
  starJ: Number.NaN,
  starMean: Number.NaN,
};

/** Who writes one review, and how fast the share of those who write many falls. */
function activity({ keyOf, keys }: KeptRows): Record<string, number> {
  const counts = new Float64Array(keys);
  for (const key of keyOf) counts[key]!++;
  return {
    oneReviewUsers: keys === 0 ? Number.NaN : counts.filter((count) => count === 1).length / keys,
    reviewTailAlpha: powerLawFit(counts)?.alpha ?? Number.NaN,
  };
}
