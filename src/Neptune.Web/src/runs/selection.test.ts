import { expect, test } from 'vitest';
import { extend, nothingSelected, toggle } from './selection';

const keyAt = (index: number) => (index < 10 ? 100 + index : undefined);

test('A row is marked and unmarked', () => {
  const one = toggle(nothingSelected, 103, 3);

  expect([...one.keys]).toEqual([103]);
  expect([...toggle(one, 103, 3).keys]).toEqual([]);
});

test('A range goes from the last mark, in both directions, and keeps what was marked', () => {
  const one = toggle(nothingSelected, 105, 5);
  const up = extend(one, 3, keyAt);

  expect([...up.keys].sort()).toEqual([103, 104, 105]);
  expect([...extend(up, 7, keyAt).keys].sort()).toEqual([103, 104, 105, 106, 107]);
});

test('A range ends where the rows end', () => {
  expect(extend(toggle(nothingSelected, 108, 8), 40, keyAt).keys.size).toBe(2);
});
