import { unknownCode } from '../people/profiles';
import { folded } from './fields';

/** Numbers texts in order of appearance; case does not count. */
export class Vocabulary {
  readonly #codes = new Map<string, number>();

  /** Codes given are below. */
  get size(): number {
    return this.#codes.size;
  }

  codeOf(text: string | null): number {
    if (text === null) return unknownCode;
    const key = folded(text);
    const code = this.#codes.get(key) ?? this.#codes.size;
    this.#codes.set(key, code);
    return code;
  }
}
