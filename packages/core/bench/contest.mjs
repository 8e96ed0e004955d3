// Times contenders in turns. Each has a loop compiled for it alone: a loop shared by all would be optimised for none.

/**
 * A loop that sums what `expression` gives.
 *
 * @param expression JavaScript over `i` (the turn) and the names of `scope`
 * @param scope what the expression uses
 * @returns {(turns: number) => number} the loop; its sum keeps the engine from leaving the work out
 */
export const summing = (expression, scope = {}) =>
  new Function(
    ...Object.keys(scope),
    // The number tells texts apart: of one text the engine makes one function, and learns from all that run it.
    `return (turns) => { let sum = 0; for (let i = 0; i < turns; i++) sum += ${expression}; return sum; } // ${made++}`,
  )(...Object.values(scope));

let made = 0;

/**
 * Nanoseconds a turn of each contender: the best of many short rounds, so that what else the machine does falls into
 * rounds that do not count.
 *
 * @param contenders name -> loop
 * @returns {Record<string, number>}
 */
export function contest(contenders, { rounds = 300, turns = 20_000 } = {}) {
  const best = {};
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [name, loop] of Object.entries(contenders)) {
      const start = process.hrtime.bigint();
      sum += loop(turns);
      const ns = Number(process.hrtime.bigint() - start) / turns;
      if (!(best[name] <= ns)) best[name] = ns;
    }
  }
  if (sum === Math.PI) console.log(sum);
  return best;
}
