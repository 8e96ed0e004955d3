/** The standard normal distribution function. Relative error about 1e-15 near 0 and under 1e-13 at 1e-300. */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

const smallTop = [
  0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694,
];
const smallBottom = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const middleTop = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
  881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const middleBottom = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const largeTop = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
  0.0006587491615298378,
];
const largeBottom = [
  1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];
const inverseSqrtPi = 0.5641895835477563;

function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  let above = 0;
  let below = 0;
  for (const coefficient of top) above = above * x + coefficient;
  for (const coefficient of bottom) below = below * x + coefficient;
  return above / below;
}

/** The complementary error function by Cody's rational approximations (1969). */
function erfc(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.46875) return 1 - x * ratio(x * x, smallTop, smallBottom);
  const beyond = gaussian(y) * scaled(y);
  return x < 0 ? 2 - beyond : beyond;
}

/** erfc(y) exp(y^2) for y above 0.46875. */
function scaled(y: number): number {
  if (y <= 4) return ratio(y, middleTop, middleBottom);
  const square = 1 / (y * y);
  return (inverseSqrtPi - square * ratio(square, largeTop, largeBottom)) / y;
}

/** exp(-y^2), with y^2 split so that its rounding does not grow with y. */
function gaussian(y: number): number {
  const head = Math.trunc(y * 16) / 16;
  return Math.exp(-head * head) * Math.exp(-(y - head) * (y + head));
}
