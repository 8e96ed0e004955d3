import type { Figure, LegendEntry } from '../plots/figure';
import { escape } from './escape';

/** A picture with its title, legend and how to read it. */
export function figureHtml({ id, title, text, legend = [], svg }: Figure): string {
  const keys = legend.map(legendHtml).join('');
  return [
    `<figure id="${id}"${svg === undefined ? ' class="absent"' : ''}>`,
    `<h3>${escape(title)}</h3>`,
    keys === '' ? '' : `<ul class="legend">${keys}</ul>`,
    svg ?? '',
    `<figcaption>${escape(text)}</figcaption>`,
    '</figure>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const legendHtml = ({ label, colour, shape }: LegendEntry): string =>
  `<li><span class="key ${shape}" style="--key:${colour}"></span>${escape(label)}</li>`;
