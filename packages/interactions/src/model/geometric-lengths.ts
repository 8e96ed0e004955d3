const slices = 256;

/**
 * The length of a visit for a uniform number in [0, 1): geometric from 1 on, `mean` on average. It is 1 + the whole part
 * of ln(1 - u) / ln(1 - 1 / mean), found in a table rather than by a logarithm.
 */
export function geometricLengths(mean: number): (u: number) => number {
  const going = 1 - 1 / mean;
  // A visit has more than k interactions with probability going^k: those that no 1 - u is below end the list.
  const more = [1];
  while (more.at(-1)! > Number.EPSILON / 2) more.push(more.at(-1)! * going);
  const ends = Float64Array.from(more);
  const lengthFrom = (rest: number, least: number): number => {
    let length = least;
    while (rest <= ends[length]!) length++;
    return length;
  };
  // The length at the greatest 1 - u of each slice: no shorter one is in it.
  const guide = Int32Array.from({ length: slices }, (_, slice) => lengthFrom((slice + 1) / slices, 1));
  return (u) => {
    const rest = 1 - u;
    return lengthFrom(rest, guide[Math.ceil(rest * slices) - 1]!);
  };
}
