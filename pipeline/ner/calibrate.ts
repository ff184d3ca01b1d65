// From the model's own probability to the share of such spans that are right, as counted on text it was not trained on.
import type { ModelLabel } from '../document.ts';
import type { Calibration } from './folder.ts';

/**
 * Reads a probability off the curve of its label: straight lines between the points, flat outside them.
 * A label without a curve keeps its probability.
 *
 * @example calibrate({ PER: [[0, 0], [0.5, 0.8], [1, 1]] }, 'PER', 0.75) // 0.9
 */
export function calibrate(curves: Calibration | undefined, label: ModelLabel, raw: number): number {
  const points = curves?.[label];
  const first = points?.[0];
  if (points === undefined || first === undefined) return raw;
  let [fromRaw, fromShare] = first;
  for (const [toRaw, toShare] of points) {
    if (raw < toRaw) {
      const step = toRaw - fromRaw;
      return step > 0 && raw > fromRaw ? fromShare + ((raw - fromRaw) / step) * (toShare - fromShare) : fromShare;
    }
    [fromRaw, fromShare] = [toRaw, toShare];
  }
  return fromShare;
}
