/**
 * The exponential moving average, corrected for its beginning as TensorBoard and W&B do: the first value counts as one,
 * not as a pull towards zero. What is not finite is passed over and stays a gap.
 */
export function smooth(values: Float64Array, weight: number): Float64Array {
  const result = new Float64Array(values.length);
  let sum = 0;
  let norm = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) {
      result[i] = Number.NaN;
      continue;
    }
    sum = sum * weight + (1 - weight) * value;
    norm = norm * weight + (1 - weight);
    result[i] = sum / norm;
  }
  return result;
}
