import type { PlotOptions } from '@observablehq/plot';
import { plot } from '@observablehq/plot';
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';

/** The colour of a group: a variable of the stylesheet, so that light and dark are one drawing. */
export const groupColour = (at: number): string => `var(--group-${at + 1})`;

/** Width of every drawing, in pixels: near the width of a phone, so that its texts stay readable there. */
export const plotWidth = 400;

/**
 * Draws by Observable Plot into SVG text, colours by variables of the page.
 *
 * @param label what the picture shows, for those who do not see it
 */
export function draw(label: string, options: PlotOptions): string {
  const document = new DOMImplementation().createDocument('http://www.w3.org/2000/svg', 'svg');
  const svg: unknown = plot({
    width: plotWidth,
    height: 270,
    marginLeft: 52,
    marginBottom: 42,
    marginTop: 22,
    marginRight: 14,
    className: 'plot',
    style: 'font-size:13px',
    ...options,
    // Plot asks for no more of a document than elements and attributes.
    document: document as never,
  });
  const root = svg as ReturnType<typeof document.createElement>;
  root.setAttribute('role', 'img');
  root.setAttribute('aria-label', label);
  // The page has these few rules once.
  for (const style of [...root.getElementsByTagName('style')]) style.parentNode?.removeChild(style);
  return rounded(new XMLSerializer().serializeToString(root));
}

/** Coordinates to a hundredth of a pixel: the same bytes on every engine, and fewer of them. */
const rounded = (svg: string): string =>
  svg.replaceAll(/( (?:d|transform|[a-z-]+[0-9]?)=")([^"]*)"/g, (whole, name: string, value: string) =>
    name === ' aria-label="'
      ? whole
      : `${name}${value.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))))}"`,
  );
