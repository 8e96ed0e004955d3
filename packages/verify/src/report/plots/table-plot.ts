import type { TablePicture } from '../../tables/table-picture';
import { shareText } from '../numbers';
import type { Figure } from './figure';
import { funnelPlot } from './funnel-plot';
import { positionPlot } from './position-plot';
import { reviewWordsPlot } from './review-words-plot';
import { shareBarsPlot } from './share-bars-plot';
import { vectorsPlot } from './vectors-plot';

/** The picture of what a table showed. */
export function tablePlot(picture: TablePicture): Figure {
  switch (picture.kind) {
    case 'funnel':
      return funnelPlot(picture);
    case 'positions':
      return positionPlot(picture);
    case 'review-words':
      return reviewWordsPlot(picture);
    case 'vectors':
      return vectorsPlot(picture);
    case 'stars':
      return shareBarsPlot({
        id: 'stars',
        title: `Stars: ${shareText(shareOf(picture.counts, 4))} of the reviews have five`,
        text: 'Shares of reviews by stars. In shops they make a J: mostly five, some one, few between.',
        label: 'stars',
        names: ['1', '2', '3', '4', '5'],
        counts: picture.counts,
      });
    case 'query-words':
      return shareBarsPlot({
        id: 'query-words',
        title: `Queries: ${shareText(shareOf(picture.counts, 0) + shareOf(picture.counts, 1) + shareOf(picture.counts, 2))} have under 4 words`,
        text: 'Shares of queries by their number of words; the last bar is of all longer ones. People type two or three.',
        label: 'words',
        names: picture.counts.map((_, at) => (at + 1 < picture.counts.length ? `${at + 1}` : `${at + 1}+`)),
        counts: picture.counts,
      });
  }
}

const shareOf = (counts: readonly number[], at: number): number =>
  counts[at]! / counts.reduce((sum, count) => sum + count, 0);
