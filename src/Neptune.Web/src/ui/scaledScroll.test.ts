import { expect, test } from 'vitest';
import { scrollScale } from './scaledScroll';

test('A list that fits is not scaled', () => {
  const scale = scrollScale(3_000_000, 600);

  expect([scale.height, scale.toList(1234), scale.toScroll(1234)]).toEqual([3_000_000, 1234, 1234]);
});

test('The ends of two million rows are the ends of the scroll bar', () => {
  const [total, viewport] = [60_000_000, 600];
  const scale = scrollScale(total, viewport);

  expect(scale.height).toBeLessThan(16_777_216);
  expect(scale.toList(0)).toBe(0);
  expect(scale.toList(scale.height - viewport)).toBeCloseTo(total - viewport, 3);
  for (const place of [30, 12_345_678, 59_000_000]) expect(scale.toList(scale.toScroll(place))).toBeCloseTo(place, 3);
});
