/**
 * The shape of stars (T22): shares of five and of one and two, J = (p1 + p5) / (p2 + p3 + p4), and the mean. J is NaN
 * where all are at the ends.
 *
 * @param counts of 1 to 5 stars; element 0 is one star
 */
export function starFigures(counts: ArrayLike<number>): Record<string, number> {
  const all = Array.from(counts);
  const sum = all.reduce((total, one) => total + one, 0);
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = all;
  const middle = two + three + four;
  return {
    fiveStars: five / sum,
    oneOverTwo: sum === 0 ? Number.NaN : Number(one > two),
    starJ: middle === 0 ? Number.NaN : (one + five) / middle,
    starMean: all.reduce((total, count, at) => total + count * (at + 1), 0) / sum,
  };
}
