import { expect, test } from 'vitest';
import type { StringPoint } from '../../api/types';
import { joinAfter, joinBefore, mostPoints } from './logWindow';

const points = (from: number, count: number): StringPoint[] =>
  Array.from({ length: count }, (_, i) => ({ step: from + i, value: '', time: '' }));
const none = { points: [], moreBefore: false, moreAfter: false };

test('Points join at either end, and each end knows whether there is more', () => {
  const window = joinBefore(joinAfter({ ...none, moreBefore: true }, points(5, 2), true), points(3, 2), false);

  expect(window.points.map((point) => point.step)).toEqual([3, 4, 5, 6]);
  expect(window).toMatchObject({ moreBefore: false, moreAfter: true });
});

test('What becomes too much goes at the other end, and counts as more there', () => {
  const full = joinAfter(none, points(0, mostPoints), false);

  const later = joinAfter(full, points(mostPoints, 1), false);
  expect([later.points.length, later.points[0].step, later.moreBefore]).toEqual([mostPoints, 1, true]);

  const earlier = joinBefore(full, points(-1, 1), false);
  expect([earlier.points.length, earlier.points[0].step, earlier.moreAfter]).toEqual([mostPoints, -1, true]);
});
