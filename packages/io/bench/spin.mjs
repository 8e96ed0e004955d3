// Plain arithmetic for a second or so; prints the milliseconds. What two of these reach side by side is what the
// machine's cores give at the most: cores that are threads of one core give less than twice.
const begun = performance.now();
let [a, b, c, d] = [1, 2, 3, 4];
for (let i = 0; i < 600_000_000; i++) {
  const t = (a + b + d) | 0;
  d = (d + 1) | 0;
  a = b ^ (b >>> 9);
  b = (c + (c << 3)) | 0;
  c = (((c << 21) | (c >>> 11)) + t) | 0;
}
console.log(JSON.stringify({ milliseconds: performance.now() - begun, last: a }));
