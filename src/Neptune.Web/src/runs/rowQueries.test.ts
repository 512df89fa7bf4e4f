import { expect, test } from 'vitest';
import { blocksOf, sameOrder } from './rowQueries';

test('The blocks of the rows in sight are one or two, and none beyond the end', () => {
  expect(blocksOf(0, 40, 100_000)).toEqual([0]);
  expect(blocksOf(90, 130, 100_000)).toEqual([0, 1]);
  expect(blocksOf(99_990, 100_030, 100_000)).toEqual([999]);
  expect(blocksOf(0, 40, 0)).toEqual([]);
  expect(blocksOf(200, 240, 150)).toEqual([]);
});

test('The same keys in the same order are the same order, also in another array', () => {
  const keys = Int32Array.from([3, 2, 1]);

  expect(sameOrder(keys, keys.slice())).toBe(true);
  expect(sameOrder(keys, Int32Array.from([3, 1, 2]))).toBe(false);
  expect(sameOrder(keys, keys.subarray(1))).toBe(false);
});
