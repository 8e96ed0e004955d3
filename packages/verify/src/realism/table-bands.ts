import type { Band } from '@synth/interactions/evaluate';
import type { TableKind } from '../tables/table-kind';

const band = (id: string, figure: string, low: number, high: number, source: string): Band => ({
  id,
  figure,
  low,
  high,
  source,
});

const own = 'own computation';
const judgement = 'own judgement: no published value';
const alexa = `Amazon Alexa reviews (${own})`;
const olist = 'Olist, public analyses';
const eyes = 'eye tracking, constant of the ULTRA toolbox';

/** What a table is held to when no preset is named: what was published of tables of its kind. */
export const kindBands: Readonly<Record<TableKind, readonly Band[]>> = {
  events: [
    band('T15', 'viewToCart', 0.022, 0.062, 'REES46 2.3%, RetailRocket 2.6%, Synerise 3.6%, Taobao 6.2%'),
    band('T16', 'cartToBuy', 0.3, 0.38, 'Synerise 31%, RetailRocket 32%, Taobao 36%'),
    band('T17', 'buyRate', 0.008, 0.023, 'RetailRocket .84%, Synerise 1.1%, Taobao 2.3%'),
    band('T17', 'buyingSessions', 0.015, 0.06, 'RetailRocket 1.6% of visitors, YooChoose 5.5%'),
  ],
  impressions: [
    band('T18', 'examError', 0, 0.05, `1 .90 .71 .50 .41 .29 .16 .15 .12 .09: ${eyes}`),
    band('T18', 'examEta', 0.9, 1.3, `1.11 fitted to ${eyes}`),
    band(
      'T19',
      'clickToBuySlope',
      0,
      0,
      'randomised hotel rankings (Ursu 2018): 0 has to lie in the interval',
    ),
  ],
  searches: [
    band('T20', 'queriesUnder4', 0.75, 0.9, '87% of 7 million requests, 75% to 90% by shop (Constructor)'),
    band('T20', 'queriesUnder6', 0.8, 1, 'Amazon search: more than 80% (arXiv 2408.02215)'),
    band('T20', 'queryMode', 2, 3, 'mode 2 (Arampatzis and Kamps, SIGIR 2008)'),
  ],
  reviews: [
    band('T22', 'fiveStars', 0.5, 0.73, 'Amazon Electronics 50%, Fine Food 64%, Alexa 73%'),
    band('T22', 'oneOverTwo', 1, 1, 'J-shaped (Hu, Pavlou and Zhang, CACM 2009)'),
    band('T22', 'starJ', 1.5, 3.6, `Amazon Fine Food 2.7, Alexa 3.5 (${own})`),
    band('T22', 'starMean', 3.9, 4.5, 'Amazon Electronics 3.90, Fine Food 4.18, Alexa 4.46'),
    band('T23', 'reviewMu', 2.4, 4.2, `${alexa} 2.63; Amazon Electronics mean 582 characters`),
    band('T23', 'reviewSigma', 0.9, 1.3, `${alexa} 1.17`),
    band('T23', 'lowToTopWords', 1.5, 3, `${alexa}: 32 and 26 words at 2 and 3 stars, 12 at 5`),
    band('T24', 'verifiedShare', 0.65, 0.8, 'Amazon 71% (ReviewMeta 2016)'),
  ],
  orders: [
    band('T25', 'deliveryDays', 9, 14, `${olist}: 11.5 days`),
    band('T25', 'lateShare', 0.05, 0.09, `${olist}: 6.6%`),
    band('T25', 'starsEarly', 4.2, 4.4, `${olist}: 4.29`),
    band('T25', 'starsLate', 2, 2.5, `${olist}: 2.23`),
    band('T25', 'starsVeryLate', 1.5, 1.9, `${olist}: 1.70`),
    band('T26', 'returnRate', 0.14, 0.21, 'US online trade 16.5% (2022), 17.6% (2023), 20.8% (2021) (NRF)'),
  ],
  vectors: [
    band('T30', 'meanCosine', 0.45, 0.6, 'ResNet .56, ViT .47, text .51 (Liang et al., NeurIPS 2022)'),
    band('T30', 'minCosine', 0, 1, 'ResNet .23, ViT .05, text .01: all above 0 (Liang et al., NeurIPS 2022)'),
    band('T30', 'intraInterGap', 0.1, 0.2, judgement),
    band('T30', 'categoryPurity', 0.95, 1, judgement),
    band('T30', 'colourPurity', 0.65, 0.9, judgement),
    band('T30', 'neighbourSkew', 0.5, 3, judgement),
    band('T30', 'twoNnDimension', 15, 35, judgement),
  ],
};

const synerise = 'Synerise, 18.7 million clients';

/** Bands of tables by the name of a preset; they take the place of {@link kindBands}. */
export const tablePresets: Readonly<Record<string, readonly Band[]>> = {
  'retail-like': [
    band('T01', 'density', 0, 1e-4, 'RetailRocket 8e-6, Taobao 2.4e-5'),
    band('T06', 'eventsMedian', 2, 2, `${synerise}: 2`),
    band('T06', 'eventsMeanByMedian', 3.5, 6, `${synerise}: 4.7`),
    band('T06', 'eventsP90', 14, 24, `${synerise}: 18`),
    band('T06', 'eventsP99', 90, 160, `${synerise}: 119`),
    band(
      'T11',
      'repeatShare',
      0.15,
      0.59,
      'of consumptions 15% to 59% (Benson, Kumar and Tomkins, WWW 2016)',
    ),
    band('T12', 'sessionLength', 2, 5, 'YooChoose 3.57, Diginetica 4.85'),
    band('T13', 'burstiness', 0.25, 0.6, `MovieLens-100K .42; a Poisson process has 0 (${own})`),
    band('T14', 'diurnalPeak', 1.5, 2.5, `MovieLens-100K 1.97 (${own})`),
    ...kindBands.events,
    ...kindBands.impressions,
    ...kindBands.searches,
    ...kindBands.vectors,
  ],
  'marketplace-reviews-like': [
    band('T04', 'atLeast2', 0.5, 0.62, 'Amazon 2014: 43.3% of products have one review'),
    band('T06', 'oneReviewUsers', 0.45, 0.58, 'Amazon 2014: 51.9% of users wrote one review'),
    band('T06', 'reviewTailAlpha', 2.6, 3.2, `Amazon Video Games 2.90 (${own})`),
    ...kindBands.reviews,
    ...kindBands.orders,
  ],
  'ad-like': [
    ...kindBands.impressions,
    band('T21', 'randomCtr', 0.003, 0.006, 'Open Bandit Dataset .35% to .51%'),
    band('T21', 'policyLift', 1.25, 1.5, 'Open Bandit Dataset 1.31 to 1.43'),
  ],
};

/** The bands that tables of these kinds are held to. */
export function tableBandsOf(kinds: readonly TableKind[], preset: string | undefined): readonly Band[] {
  return preset === undefined
    ? [...new Set(kinds)].flatMap((kind) => kindBands[kind])
    : (tablePresets[preset] ?? []);
}
