import type { FigureName } from './judged';

/** The figures of realism, in the order of the report. */
export const realismNames: Readonly<Record<string, FigureName>> = {
  density: { id: 'T01', title: 'density' },
  itemGini: { id: 'T02', title: 'Gini of items' },
  top1: { id: 'T03', title: 'share of the top 1% of items' },
  top10: { id: 'T03', title: 'share of the top 10% of items' },
  atLeast2: { id: 'T04', title: 'items with 2 or more users' },
  atLeast3: { id: 'T04', title: 'items with 3 or more users' },
  lognormalSigma: { id: 'T05', title: 'popularity: sigma of the lognormal' },
  powerLawAlpha: { id: 'T05', title: 'popularity: alpha of the power law' },
  powerLawKs: { id: 'T05', title: 'popularity: KS distance of the power law' },
  powerLawTail: { id: 'T05', title: 'popularity: items in the tail of the power law' },
  activitySigma: { id: 'T06', title: 'activity: s of the shifted lognormal' },
  userGini: { id: 'T06', title: 'Gini of users' },
  coOccurrence: { id: 'T07', title: 'item pairs with a common user' },
  spectralRatio: { id: 'T08', title: 'spectrum by that of a shuffled copy' },
  ratingDistance: { id: 'T09', title: 'stars: distance to those of films' },
  userMeanSd: { id: 'T09', title: 'stars: sd of the means of users' },
  itemMeanSd: { id: 'T09', title: 'stars: sd of the means of items' },
  popularityQuality: { id: 'T10', title: 'popularity and mean stars, rank correlation' },
  repeatShare: { id: 'T11', title: 'events about an item that the user had before' },
  playsSigma: { id: 'T11', title: 'plays: sigma of ln' },
  topItemShare: { id: 'T11', title: "plays: a user's own top item" },
  topFiveShare: { id: 'T11', title: "plays: a user's own top five" },
  sessionLength: { id: 'T12', title: 'events a session' },
  oneEventSessions: { id: 'T12', title: 'sessions of one event' },
  burstiness: { id: 'T13', title: 'burstiness of users' },
  diurnalPeak: { id: 'T14', title: 'busiest hour by the mean' },
};

/** The tests of what can be learnt. */
export const learnabilityNames: Readonly<Record<string, FigureName>> = {
  lift: { id: 'P01', title: 'ItemKNN by popularity' },
  nullLift: { id: 'P02', title: 'the same on a shuffled copy' },
  ratio: { id: 'P02', title: 'shuffled by original' },
  lastOutRatio: { id: 'P04', title: 'last item out by random holdout' },
  twoTowerLogQ: { id: 'P05', title: 'two-tower with log q by popularity' },
  twoTower: { id: 'P05', title: 'two-tower without log q by popularity' },
  itemCommunities: { id: 'P06', title: 'item clusters and planted groups, ARI' },
  itemPurity: { id: 'P06', title: 'purity of item clusters' },
  userCommunities: { id: 'P06', title: 'user clusters and favourite groups, ARI' },
  userPurity: { id: 'P06', title: 'purity of user clusters' },
  nullItemCommunities: { id: 'P06', title: 'item clusters of a shuffled copy, ARI' },
  nullUserCommunities: { id: 'P06', title: 'user clusters of a shuffled copy, ARI' },
  coldItemKnn: { id: 'P07', title: 'cold items: NDCG of ItemKNN' },
  coldContentLift: { id: 'P07', title: 'cold items: content by chance' },
};

/** The comparison with a reference. */
export const comparisonNames: Readonly<Record<string, FigureName>> = {
  columnShapes: { id: 'P21', title: 'shapes of columns, as in the reference' },
  pairTrends: { id: 'P21', title: 'trends of pairs, as in the reference' },
  toldApart: { id: 'P19', title: 'users told apart from the reference (AUC)' },
  algorithmOrder: { id: 'P03', title: 'order of recommenders (Kendall tau)' },
  popularityLast: { id: 'P03', title: 'popularity is the worst recommender' },
  transferItemKnn: { id: 'P20', title: 'NDCG lost by tuning here, ItemKNN' },
  transferEase: { id: 'P20', title: 'NDCG lost by tuning here, EASE' },
};
