import type { Judged } from '../realism/judged';
import type { Reason } from '../verdict/verdict';

/** Why the test of a figure counts against data, by the figure. */
const codes: Readonly<Record<string, Reason['code']>> = {
  columnShapes: 'UNLIKE_COLUMNS',
  pairTrends: 'UNLIKE_COLUMNS',
  toldApart: 'TOLD_APART',
  algorithmOrder: 'OTHER_ORDER',
  popularityLast: 'OTHER_ORDER',
  transferItemKnn: 'OTHER_TUNING',
  transferEase: 'OTHER_TUNING',
};

/** What a comparison says against data: one reason a code, in the order of the figures. */
export function referenceReasons(
  figures: readonly Judged[],
  textOf: (figure: Judged) => string,
): readonly Reason[] {
  const texts = new Map<Reason['code'], string[]>();
  for (const one of figures) {
    const code = codes[one.figure];
    if (one.verdict !== 'out' || code === undefined) continue;
    texts.set(code, [...(texts.get(code) ?? []), textOf(one)]);
  }
  return Array.from(texts, ([code, all]) => ({ code, text: all.join('; ') }));
}
