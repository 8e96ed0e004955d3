import type { ColumnType } from '@synth/core';
import { BoolLeaf } from './bool-leaf';
import type { Leaf } from './leaf';
import { NumberLeaf } from './number-leaf';
import { TextLeaf } from './text-leaf';

/** The types whose values are one leaf each; lists, vectors and JSON become texts here. */
export function leafOf(type: ColumnType): Leaf {
  switch (type) {
    case 'f64':
    case 'f32':
    case 'i32':
    case 'u32':
    case 'timestamp':
      return new NumberLeaf(type);
    case 'bool':
      return new BoolLeaf();
    default:
      return new TextLeaf();
  }
}
