/** A shifted lognormal law: x = loc + scale exp(s z), z standard normal. */
export interface ShiftedLognormalFit {
  readonly s: number;
  readonly loc: number;
  readonly scale: number;
}

/**
 * The shifted lognormal fitted to counts by maximum likelihood (T06), as `scipy.stats.lognorm.fit` finds it: for each
 * shift, s and scale are the standard deviation and the exponential mean of ln(x - loc); the shift is the one of the
 * highest likelihood at least 0.05 below the smallest count. (Nearer, the likelihood grows without bound and
 * says nothing.)
 *
 * @param counts two or more different whole numbers
 * @example
 * ```ts
 * const counts = [13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 26, 28, 31, 35, 41];
 * const { s, loc, scale } = shiftedLognormalFit(counts);
 * [s.toFixed(2), loc.toFixed(1), scale.toFixed(1)]; // => ['0.67', '10.3', '9.9']
 * ```
 */
export function shiftedLognormalFit(counts: ArrayLike<number>): ShiftedLognormalFit {
  const values = Float64Array.from(counts).sort();
  const n = values.length;
  const least = values[0]!;
  const moments = (gap: number): { mean: number; sd: number } => {
    let mean = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const log = Math.log(values[i]! - least + gap);
      const delta = log - mean;
      mean += delta / (i + 1);
      squares += delta * (log - mean);
    }
    return { mean, sd: Math.sqrt(squares / n) };
  };
  const loss = (logGap: number): number => {
    const { mean, sd } = moments(Math.exp(logGap));
    return Math.log(sd) + mean;
  };
  const low = Math.log(0.05);
  const high = Math.log(10 * (values[n - 1]! - least) + 1);
  const gap = Math.exp(minimise(loss, low, high));
  const { mean, sd } = moments(gap);
  return { s: sd, loc: least - gap, scale: Math.exp(mean) };
}

/** Where a function is least in [low, high]: the best of a grid, then golden section about it. */
function minimise(f: (x: number) => number, low: number, high: number): number {
  const cells = 48;
  const step = (high - low) / cells;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let cell = 0; cell <= cells; cell++) {
    const value = f(low + cell * step);
    if (value < least) {
      least = value;
      best = cell;
    }
  }
  const ratio = (Math.sqrt(5) - 1) / 2;
  let a = Math.max(low, low + (best - 1) * step);
  let b = Math.min(high, low + (best + 1) * step);
  let c = b - ratio * (b - a);
  let d = a + ratio * (b - a);
  let fc = f(c);
  let fd = f(d);
  while (b - a > 1e-9) {
    if (fc < fd) {
      b = d;
      d = c;
      fd = fc;
      c = b - ratio * (b - a);
      fc = f(c);
    } else {
      a = c;
      c = d;
      fc = fd;
      d = a + ratio * (b - a);
      fd = f(d);
    }
  }
  return (a + b) / 2;
}
