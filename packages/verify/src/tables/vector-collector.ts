import { countCheck } from '../integrity/check';
import { Wrong } from '../integrity/wrong';
import type { LabelledVectors } from '../realism/embedding-geometry';
import { embeddingGeometry } from '../realism/embedding-geometry';
import { principalAxes } from '../realism/principal-axes';
import { keyedNumber } from '../source/keyed-sample';
import { idIn, isBlank, listIn, parsed } from './cell-values';
import { groupCount } from './keyed-rows';
import type { Cells, CollectorOptions, TableCollector, TableFindings } from './table-findings';
import { notMeasured } from './table-findings';
import type { TablePicture } from './table-picture';

/** All pairs of more vectors are not looked at: of a seeded sample then. The bands are of about so many. */
export const mostVectors = 4000;

/** Points of the picture, and colours of categories in it. */
const mostPoints = 800;
const mostGroups = 8;

interface KeptVector {
  readonly number: number;
  readonly values: Float32Array;
  readonly category: string | undefined;
  readonly colour: string | undefined;
}

/** Items as vectors, with what they are: the geometry of embeddings (T30). */
export class VectorCollector implements TableCollector {
  readonly #options: CollectorOptions;
  readonly #number: (text: string) => number;
  readonly #wrong = new Wrong();
  readonly #wrongWidth = new Wrong();
  readonly #zero = new Wrong();
  #kept: KeptVector[] = [];
  #width: number | undefined;
  #rows = 0;
  #good = 0;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#number = keyedNumber(options.seed, 'vectors');
  }

  add(cells: Cells, where: () => string): void {
    this.#rows++;
    const cell = cells('vector');
    if (isBlank(cell)) return;
    const values = Float64Array.from(listIn(cell) ?? [], Number);
    if (values.length === 0 || !values.every((value) => Number.isFinite(value))) {
      this.#wrong.at(where());
      return;
    }
    this.#width ??= values.length;
    if (values.length !== this.#width) {
      this.#wrongWidth.at(where());
      return;
    }
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    if (!(length > 0)) {
      this.#zero.at(where());
      return;
    }
    this.#good++;
    this.#kept.push({
      number: this.#number(idIn(cells('item')) ?? `${this.#rows}`),
      values: Float32Array.from(values, (value) => value / length),
      category: categoryIn(cells('category')),
      colour: colourIn(cells('colour')),
    });
    if (this.#kept.length > 2 * mostVectors) this.#cut();
  }

  #cut(): void {
    this.#kept = this.#kept.toSorted((a, b) => a.number - b.number).slice(0, mostVectors);
  }

  finish(): TableFindings {
    if (this.#kept.length > mostVectors) this.#cut();
    const kept = this.#kept;
    const figuresOf = (part: readonly KeptVector[]): Record<string, number> =>
      this.#only(embeddingGeometry(labelled(part, this.#width ?? 0)));
    return {
      kind: 'vectors',
      rows: this.#rows,
      figures: figuresOf(kept),
      errors: kept.length < this.#good ? this.#errors(figuresOf) : {},
      ...(kept.length < this.#good ? { share: kept.length / this.#good } : {}),
      checks: [
        countCheck('vectors: numbers', this.#wrong, {
          right: 'all are lists of numbers',
          wrong: 'are no lists of numbers',
        }),
        countCheck('vectors: width', this.#wrongWidth, {
          right: `all have ${this.#width ?? 0} numbers`,
          wrong: `do not have ${this.#width ?? 0} numbers`,
        }),
        countCheck(
          'vectors: length',
          this.#zero,
          { right: 'all point somewhere', wrong: 'are zero, and point nowhere' },
          'warn',
        ),
        ...(kept.length < 12
          ? [notMeasured('vectors: geometry', `${kept.length} vectors are too few to have neighbours`)]
          : []),
      ],
      pictures: this.#picture(),
    };
  }

  /** Figures of what the table has no column for are left out. */
  #only(figures: Record<string, number>): Record<string, number> {
    const { has } = this.#options;
    const without = [
      ...(has('category') ? [] : ['intraInterGap', 'categoryPurity']),
      ...(has('category') && has('colour') ? [] : ['colourPurity']),
    ];
    return Object.fromEntries(Object.entries(figures).filter(([name]) => !without.includes(name)));
  }

  /** By random groups; the least cosine of a sample is not that of all, and has none. */
  #errors(figuresOf: (part: readonly KeptVector[]) => Record<string, number>): Record<string, number> {
    const groups = Array.from({ length: groupCount }, (_, group) =>
      figuresOf(this.#kept.filter((_vector, at) => at % groupCount === group)),
    );
    return Object.fromEntries(
      Object.keys(groups[0]!).flatMap((name) => {
        if (name === 'minCosine') return [];
        const values = groups.map((figures) => figures[name]!);
        const mean = values.reduce((sum, value) => sum + value, 0) / groupCount;
        const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
        return [[name, Math.sqrt(squares / (groupCount * (groupCount - 1)))]];
      }),
    );
  }

  #picture(): TablePicture[] {
    const shown = this.#kept.toSorted((a, b) => a.number - b.number).slice(0, mostPoints);
    const places = principalAxes(labelled(shown, this.#width ?? 0).values, this.#width ?? 0);
    if (places === undefined) return [];
    const counts = new Map<string, number>();
    for (const { category } of shown)
      if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
    const named = new Set(
      [...counts]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, mostGroups)
        .map(([name]) => name),
    );
    return [
      {
        kind: 'vectors',
        points: shown.map(({ category }, at) => ({
          x: places.x[at]!,
          y: places.y[at]!,
          group: category !== undefined && named.has(category) ? category : null,
        })),
        shares: places.shares,
        of: this.#good,
      },
    ];
  }
}

function labelled(vectors: readonly KeptVector[], width: number): LabelledVectors {
  const values = new Float32Array(vectors.length * width);
  vectors.forEach((vector, at) => values.set(vector.values, at * width));
  const numbersOf = (nameOf: (vector: KeptVector) => string | undefined): Int32Array => {
    const numbers = new Map<string, number>();
    return Int32Array.from(vectors, (vector) => {
      const name = nameOf(vector);
      if (name === undefined) return -1;
      if (!numbers.has(name)) numbers.set(name, numbers.size);
      return numbers.get(name)!;
    });
  };
  return {
    width,
    values,
    categories: numbersOf(({ category }) => category),
    colours: numbersOf(({ category, colour }) =>
      category === undefined || colour === undefined ? undefined : `${category}\u0000${colour}`,
    ),
  };
}

/** A category, or the first of a list of them. */
function categoryIn(cell: unknown): string | undefined {
  const [first] = listIn(cell) ?? [cell];
  return idIn(first);
}

/** A colour, or that of labels: `{"color": "red"}`. */
function colourIn(cell: unknown): string | undefined {
  if (typeof cell !== 'string' || !cell.trimStart().startsWith('{')) return idIn(cell);
  const labels = parsed(cell);
  return typeof labels === 'object' && labels !== null && 'color' in labels ? idIn(labels.color) : undefined;
}
