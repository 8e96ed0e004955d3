import { lineY, rectY, ruleY } from '@observablehq/plot';
import type { TablePicture } from '../../tables/table-picture';
import { valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly perDoubling: number;
}

/** Reviews by their number of words, beside the fitted lognormal. */
export function reviewWordsPlot({
  counts,
  mu,
  sigma,
}: Extract<TablePicture, { kind: 'review-words' }>): Figure {
  const bins = binsOf(counts);
  const whole = Array.from(counts).reduce((sum, count) => sum + count, 0) - (counts[0] ?? 0);
  const [from, to] = [bins[0]!.from, bins.at(-1)!.to];
  const density = (words: number): number => {
    const z = (Math.log(words) - mu) / sigma;
    return (whole * Math.LN2 * Math.exp((-z * z) / 2)) / (sigma * Math.sqrt(2 * Math.PI));
  };
  const curve =
    sigma > 0
      ? Array.from({ length: 61 }, (_, at) => {
          const words = from * Math.exp((at / 60) * Math.log(to / from));
          return { words, perDoubling: density(words) };
        })
      : [];
  const middle = valueText(Math.exp(mu));
  return {
    id: 'review-words',
    title: `Reviews: ${middle} words, by their geometric mean`,
    text: `Bars are reviews per doubling of their words.${
      sigma > 0
        ? ` The line is a lognormal (mu ${valueText(mu)}, sigma ${valueText(sigma)}).`
        : ' All have the same number of words.'
    }`,
    legend: [
      { label: 'reviews', colour: 'var(--accent)', shape: 'box' },
      ...(sigma > 0 ? [{ label: 'lognormal', colour: 'var(--ink)', shape: 'dash' } as const] : []),
    ],
    svg: draw(`Reviews by words: the geometric mean is ${middle}`, {
      height: 220,
      x: { type: 'log', domain: [from, to], label: 'words', tickFormat: '~s' },
      y: { label: 'reviews per doubling', grid: true, tickFormat: '~s', ticks: 4 },
      marks: [
        rectY(bins, {
          x1: 'from',
          x2: 'to',
          y: 'perDoubling',
          fill: 'var(--accent)',
          fillOpacity: 0.75,
          inset: 0.5,
        }),
        ruleY([0], { stroke: 'var(--muted)' }),
        lineY(curve, {
          x: 'words',
          y: 'perDoubling',
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
          strokeDasharray: '5 3',
        }),
      ],
    }),
  };
}

/** Bins of about half a doubling, each of whole numbers of words. */
function binsOf(counts: ArrayLike<number>): Bin[] {
  const bins: Bin[] = [];
  for (let first = 1; first < counts.length;) {
    const end = Math.max(first + 1, Math.round(first * Math.SQRT2));
    let reviews = 0;
    for (let words = first; words < Math.min(end, counts.length); words++) reviews += counts[words]!;
    const [from, to] = [first - 0.5, end - 0.5];
    bins.push({ from, to, perDoubling: reviews / Math.log2(to / from) });
    first = end;
  }
  return bins;
}
