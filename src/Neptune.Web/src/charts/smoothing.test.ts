import { expect, test } from 'vitest';
import { smooth } from './smoothing';

test('A constant stays what it is, from its first value on', () => {
  expect([...smooth(Float64Array.from([5, 5, 5, 5]), 0.9)].map((value) => Number(value.toFixed(12)))).toEqual([5, 5, 5, 5]);
});

test('The average is the weighted one', () => {
  const [first, second, third] = smooth(Float64Array.from([1, 2, 4]), 0.5);

  expect(first).toBe(1);
  expect(second).toBeCloseTo((1 * 0.25 + 2 * 0.5) / 0.75, 12);
  expect(third).toBeCloseTo((1 * 0.125 + 2 * 0.25 + 4 * 0.5) / 0.875, 12);
});

test('Values that are not finite are gaps, and poison nothing', () => {
  const result = smooth(Float64Array.from([1, Number.NaN, Number.POSITIVE_INFINITY, 1]), 0.6);

  expect(Number.isNaN(result[1]) && Number.isNaN(result[2])).toBe(true);
  expect(result[3]).toBeCloseTo(1, 12);
});
