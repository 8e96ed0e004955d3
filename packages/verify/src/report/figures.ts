import type { Seed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { degreePreservingShuffle } from '@synth/interactions/evaluate';
import { truthOf } from '../learnability/oracle';
import { withoutEmpty } from '../learnability/without-empty';
import type { Source } from '../source/source';
import type { VerifyReport } from '../verify';
import { coOccurrenceMap } from './data/co-occurrence-map';
import { correspondence } from './data/correspondence';
import { itemMap } from './data/item-map';
import { longTail } from './data/long-tail';
import { modelBars } from './data/model-bars';
import { shownGroups } from './data/shown-groups';
import { tasteClusters } from './data/taste-clusters';
import type { TasteGroups } from './data/taste-groups';
import { foundGroups, plantedGroups } from './data/taste-groups';
import { timeHeatMap } from './data/time-heat-map';
import { userActivity } from './data/user-activity';
import { userSample } from './data/user-sample';
import { coOccurrencePlot } from './plots/co-occurrence-plot';
import type { Figure } from './plots/figure';
import { itemMapPlot } from './plots/item-map-plot';
import { longTailPlot } from './plots/long-tail-plot';
import { modelBarsPlot } from './plots/model-bars-plot';
import { tablePlot } from './plots/table-plot';
import { tasteClustersPlot } from './plots/taste-clusters-plot';
import { timeHeatMapPlot } from './plots/time-heat-map-plot';
import { userActivityPlot } from './plots/user-activity-plot';

const axes = 6;

/** The pictures of a report, in its order; one that the data has nothing for says so. */
export function figures(report: VerifyReport, source: Source): readonly Figure[] {
  const matrix = withoutEmpty(source.matrix);
  if (matrix.indices.length === 0) return [];
  const { seed } = report;
  const bars = modelBars(report.holdouts);
  return [
    bars === undefined
      ? absent('ndcg', 'Learning', 'No recommender was measured: see the verdict.')
      : modelBarsPlot(bars),
    longTailPlot(longTail(matrix)),
    userActivityPlot(userActivity(matrix)),
    matrix.timestamps === undefined
      ? absent('time-heat-map', 'Time', 'The interactions have no times.')
      : timeHeatMapPlot(timeHeatMap(matrix.timestamps)),
    ...tasteFigures(userSample(matrix, seed), source, seed),
    ...(source.tables ?? []).flatMap(({ pictures }) => pictures).map(tablePlot),
  ];
}

function tasteFigures(matrix: InteractionMatrix, source: Source, seed: Seed): Figure[] {
  const places = correspondence(matrix, { axes, seed });
  const groups = groupsOf(matrix, source, seed, places);
  const clusters = groups === undefined ? undefined : tasteClusters(matrix, groups);
  const shown = groups === undefined ? undefined : shownGroups(groups);
  const pairs = coOccurrenceMap(matrix, groups);
  return [
    clusters === undefined
      ? absent('taste-clusters', 'Taste clusters', 'There are too few items that several users share.')
      : tasteClustersPlot(clusters, clusters.kind === 'found' ? shuffledOwn(matrix, seed) : null),
    pairs === undefined
      ? absent('co-occurrence', 'Co-occurrence', 'There are too few items.')
      : coOccurrencePlot(pairs),
    places === undefined
      ? absent('item-map', 'Items by who has them', 'Fewer than three items have 5 users or more.')
      : itemMapPlot(itemMap(matrix, places, shown, seed), shown),
  ];
}

function groupsOf(
  matrix: InteractionMatrix,
  { matrix: whole, truth }: Source,
  seed: Seed,
  places: ReturnType<typeof correspondence>,
): TasteGroups | undefined {
  if (truth !== undefined) return plantedGroups(matrix, truthOf(matrix, whole, truth));
  return places === undefined ? undefined : foundGroups(matrix, places, seed);
}

/** What clusters found on a copy without tastes reach. */
function shuffledOwn(matrix: InteractionMatrix, seed: Seed): number | null {
  const copy = degreePreservingShuffle(matrix, { seed });
  const places = correspondence(copy, { axes, seed });
  if (places === undefined) return null;
  return tasteClusters(copy, foundGroups(copy, places, seed))?.own ?? null;
}

const absent = (id: string, title: string, text: string): Figure => ({ id, title, text });
