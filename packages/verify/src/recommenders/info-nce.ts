/** A batch of pairs of a user's and an item's vector, `width` numbers each. */
export interface PairBatch {
  readonly size: number;
  readonly width: number;
  readonly users: Float64Array;
  readonly items: Float64Array;
  /** Taken from the logit of each item: its log q, or 0. */
  readonly corrections: Float64Array;
  /** Which item each is: an item that stands in the batch twice is no negative of itself. */
  readonly itemOf: Int32Array;
}

/** The loss of a batch and its gradients, to reuse. */
export interface InfoNceGradients {
  readonly users: Float64Array;
  readonly items: Float64Array;
}

/**
 * InfoNCE with in-batch negatives (van den Oord et al., 2018): the mean over pairs of -ln softmax of the own item among
 * the items of the batch, with logits u'v / temperature - correction (Yi et al., RecSys 2019). Gradients by the vectors
 * are written to `gradients`.
 */
export function infoNce(batch: PairBatch, temperature: number, gradients: InfoNceGradients): number {
  const { size, width, users, items, corrections, itemOf } = batch;
  gradients.users.fill(0);
  gradients.items.fill(0);
  const logits = new Float64Array(size);
  let loss = 0;
  for (let i = 0; i < size; i++) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < size; j++) {
      if (j !== i && itemOf[j] === itemOf[i]) {
        logits[j] = Number.NEGATIVE_INFINITY;
        continue;
      }
      let product = 0;
      for (let f = 0; f < width; f++) product += users[i * width + f]! * items[j * width + f]!;
      logits[j] = product / temperature - corrections[j]!;
      if (logits[j]! > highest) highest = logits[j]!;
    }
    let sum = 0;
    for (let j = 0; j < size; j++) sum += Math.exp(logits[j]! - highest);
    loss += highest + Math.log(sum) - logits[i]!;
    for (let j = 0; j < size; j++) {
      const share = Math.exp(logits[j]! - highest) / sum - (j === i ? 1 : 0);
      if (share === 0) continue;
      const scale = share / (temperature * size);
      for (let f = 0; f < width; f++) {
        gradients.users[i * width + f]! += scale * items[j * width + f]!;
        gradients.items[j * width + f]! += scale * users[i * width + f]!;
      }
    }
  }
  return loss / size;
}
