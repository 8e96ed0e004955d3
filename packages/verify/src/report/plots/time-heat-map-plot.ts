import { cell } from '@observablehq/plot';
import type { TimeHeatMap } from '../data/time-heat-map';
import { valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Events by hour and weekday. */
export function timeHeatMapPlot({ hours, busiest }: TimeHeatMap): Figure {
  const most = busiest.ratio;
  const when = `${weekdays[busiest.weekday]!} ${String(busiest.hour).padStart(2, '0')}:00 UTC`;
  return {
    id: 'time-heat-map',
    title: `Time: the busiest hour of the week, ${when}, has ${valueText(most)}x the mean hour`,
    text: 'The stronger the colour, the busier. A flat week is a sign of times that were drawn at random.',
    legend: [
      { label: 'no events', colour: 'var(--faint)', shape: 'box' },
      { label: `${valueText(most)}x the mean`, colour: 'var(--accent)', shape: 'box' },
    ],
    svg: draw(`Events by hour of the day and weekday, UTC: busiest ${when}`, {
      height: 220,
      marginLeft: 44,
      padding: 0,
      x: { type: 'band', label: 'hour of the day, UTC', ticks: [0, 3, 6, 9, 12, 15, 18, 21] },
      y: { type: 'band', domain: weekdays, label: null },
      marks: [
        cell(hours, {
          x: 'hour',
          y: ({ weekday }: { weekday: number }) => weekdays[weekday],
          fill: 'var(--accent)',
          fillOpacity: ({ ratio }: { ratio: number }) => 0.05 + (0.95 * ratio) / most,
          inset: 0.5,
          rx: 1.5,
          title: ({ weekday, hour, ratio }: { weekday: number; hour: number; ratio: number }) =>
            `${weekdays[weekday]!} ${hour}:00: ${valueText(ratio)}x the mean hour`,
        }),
      ],
      opacity: { type: 'identity' },
    }),
  };
}
