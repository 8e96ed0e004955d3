/** A colour or shape, and what it stands for. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly shape: 'dot' | 'line' | 'dash' | 'box' | 'ring';
}

/** A picture of the report: what to see, how to read it, and the drawing; or why there is none. */
export interface Figure {
  readonly id: string;
  /** What to see in it. */
  readonly title: string;
  /** How to read it. */
  readonly text: string;
  readonly legend?: readonly LegendEntry[];
  /** Absent where the data does not have what it needs: then `text` says what. */
  readonly svg?: string;
}
