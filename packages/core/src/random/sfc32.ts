import type { Rng, RngState } from './rng';

/**
 * Small Fast Counting generator with 32-bit words (Chris Doty-Humphrey, PractRand): 128 bits of state, of which one
 * word counts, so that every state lies on a cycle of at least 2^32 draws (2^127 on average).
 *
 * Every word stays a signed 32-bit integer (`| 0`): V8 keeps such fields unboxed.
 */
export class Sfc32 implements Rng {
  declare a: number;
  declare b: number;
  declare c: number;
  declare d: number;

  constructor(a: number, b: number, c: number, d: number) {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    this.d = d | 0;
  }

  nextI32(): number {
    const b = this.b;
    const c = this.c;
    const t = (((this.a + b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t;
  }

  nextU32(): number {
    return this.nextI32() >>> 0;
  }

  nextF64(): number {
    // Two steps of nextI32 in local variables: the state is read and written once.
    const c = this.c;
    const b = this.b;
    const d = this.d;
    const high = (((this.a + b) | 0) + d) | 0;
    const b1 = (c + (c << 3)) | 0;
    const c1 = (((c << 21) | (c >>> 11)) + high) | 0;
    const low = ((((b ^ (b >>> 9)) + b1) | 0) + ((d + 1) | 0)) | 0;
    this.c = (((c1 << 21) | (c1 >>> 11)) + low) | 0;
    this.b = (c1 + (c1 << 3)) | 0;
    this.a = b1 ^ (b1 >>> 9);
    this.d = (d + 2) | 0;
    // 32 bits above 21 bits: exact in a double.
    return (high >>> 0) * 2.3283064365386963e-10 + (low >>> 11) * 1.1102230246251565e-16;
  }

  getState(): RngState {
    return [this.a, this.b, this.c, this.d];
  }

  setState(state: RngState): void {
    this.a = state[0] | 0;
    this.b = state[1] | 0;
    this.c = state[2] | 0;
    this.d = state[3] | 0;
  }
}

/** A generator that continues from `state`. */
export function rngFromState(state: RngState): Rng {
  return new Sfc32(state[0], state[1], state[2], state[3]);
}
