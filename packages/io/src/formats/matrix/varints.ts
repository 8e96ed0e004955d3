/** Non-negative integers as base-128 digits, low first: small ones in a byte. */
export function packVarints(values: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let rest = values[i]!;
    while (rest >= 128) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The integers that {@link packVarints} packed. */
export function unpackVarints(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0;
  let place = 1;
  for (const byte of bytes) {
    value += (byte & 127) * place;
    if (byte >= 128) place *= 128;
    else {
      values.push(value);
      value = 0;
      place = 1;
    }
  }
  return values;
}
