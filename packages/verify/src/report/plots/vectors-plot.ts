import { dot } from '@observablehq/plot';
import type { TablePicture } from '../../tables/table-picture';
import { countText, shareText } from '../numbers';
import { draw, groupColour } from './draw';
import type { Figure } from './figure';

type Point = Extract<TablePicture, { kind: 'vectors' }>['points'][number];

/** Vectors on their first two principal axes, by category. */
export function vectorsPlot({ points, shares, of }: Extract<TablePicture, { kind: 'vectors' }>): Figure {
  const names = [...new Set(points.flatMap(({ group }) => group ?? []))].sort();
  const drawn =
    points.length < of
      ? `${countText(points.length)} of ${countText(of)} vectors, drawn by seed`
      : `${countText(of)} vectors`;
  const axis = (name: string, share: number): string => `${name} axis (${shareText(share)} of the variance)`;
  return {
    id: 'vectors',
    title: `Vectors: their first two axes hold ${shareText(shares[0] + shares[1])} of the variance`,
    text: `Principal component analysis of vectors of unit length: ${drawn}.${
      names.length > 0 ? ` Colours are the ${countText(names.length)} most frequent categories.` : ''
    }`,
    legend: names.map((label, at) => ({ label, colour: groupColour(at), shape: 'dot' })),
    svg: draw(`${drawn} on two principal axes`, {
      height: 340,
      x: { label: axis('first', shares[0]), grid: true, nice: true, ticks: 6, labelArrow: 'none' },
      y: { label: axis('second', shares[1]), grid: true, nice: true, ticks: 6, labelArrow: 'none' },
      color: { type: 'identity' },
      marks: [
        dot(points, {
          x: 'x',
          y: 'y',
          r: 2.2,
          fill: ({ group }: Point) => (group === null ? 'var(--muted)' : groupColour(names.indexOf(group))),
          fillOpacity: 0.6,
        }),
      ],
    }),
  };
}
