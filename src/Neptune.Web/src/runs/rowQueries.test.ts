import { expect, test } from 'vitest';
import { blocksOf, sameOrder } from './rowQueries';

test('The blocks of the rows in sight are one or two, and none beyond the end', () => {
  expect(blocksOf(0, 40, 100_000)).toEqual([0]);
  expect(blocksOf(90, 130, 100_000)).toEqual([0, 1]);
  expect(blocksOf(99_990, 100_030, 100_000)).toEqual([999]);
  expect(blocksOf(0, 40, 0)).toEqual([]);
  expect(blocksOf(200, 240, 150)).toEqual([]);
});

test('The same keys in the same order are the same order, whatever the server took for it', () => {
  const keys = Int32Array.from([3, 2, 1]);

  expect(sameOrder({ keys, took: 1 }, { keys: keys.slice(), took: 9 })).toBe(true);
  expect(sameOrder({ keys, took: 1 }, { keys: Int32Array.from([3, 1, 2]), took: 1 })).toBe(false);
  expect(sameOrder({ keys, took: 1 }, { keys: keys.subarray(1), took: 1 })).toBe(false);
});
