// How good the records are at least, given how many of a random sample were right: the exact bound of Clopper and Pearson.
// It is the quantile alpha of Beta(right, wrong + 1), found here through the binomial tail that defines it: packages with
// a beta quantile bring some sixty others or no types, for this one number.

/**
 * The highest share that so good a sample contradicts: were the true share lower, so many right ones would come in fewer
 * than `1 - confidence` of all samples. 0 where nothing was right.
 *
 * @example lowerBound(112, 112) // 0.9736…: all of 112 right
 * @param right right ones in the sample
 * @param total size of the sample
 */
export function lowerBound(right: number, total: number, confidence = 0.95): number {
  if (right === 0) return 0;
  const alpha = 1 - confidence;
  let low = 0;
  let high = right / total;
  // each step halves the interval: 50 of them reach the precision of a double
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (tail(right, total, middle) < alpha) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * How many more right decisions, none wrong among them, bring the bound to a step.
 * @example moreFor(0.98, 112, 112) // 37
 */
export function moreFor(step: number, right: number, total: number, confidence = 0.95): number {
  if (lowerBound(right, total, confidence) >= step) return 0;
  let enough = 1;
  while (lowerBound(right + enough, total + enough, confidence) < step) enough *= 2;
  let low = enough / 2;
  while (enough - low > 1) {
    const middle = Math.floor((low + enough) / 2);
    if (lowerBound(right + middle, total + middle, confidence) >= step) enough = middle;
    else low = middle;
  }
  return enough;
}

/** Probability of `right` or more of `total` at a share: summed from the top, where the terms are few and small. */
function tail(right: number, total: number, share: number): number {
  const ratio = (1 - share) / share;
  // the term of `total` right ones, then each next one from the one before
  let logTerm = total * Math.log(share);
  let sum = 0;
  for (let count = total; count >= right; count -= 1) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((count * ratio) / (total - count + 1));
  }
  return sum;
}
