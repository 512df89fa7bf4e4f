import { expect, test } from 'vitest';
import { durationSteps, logLabels, logTicks, padded, tickLabels, xRange, yRange } from './axes';
import type { Line } from './lines';

test.each([
  [
    [0, 0.5, 1, 1.5],
    ['0', '0.5', '1', '1.5'],
  ],
  [
    [0, 0.00001, 0.00002],
    ['0', '1e-5', '2e-5'],
  ],
  [
    [0.0000125, 0.000015, 0.0000175],
    ['1.25e-5', '1.5e-5', '1.75e-5'],
  ],
  [
    [0, 1e-7, 2e-7],
    ['0', '1e-7', '2e-7'],
  ],
  [
    [0, 0.025, 0.05, 0.075],
    ['0', '0.025', '0.05', '0.075'],
  ],
  [
    [0.9998, 0.9999, 1],
    ['0.9998', '0.9999', '1'],
  ],
  [
    [0, 200000, 400000],
    ['0', '200000', '400000'],
  ],
  [
    [0, 2e6, 4e6],
    ['0', '2e6', '4e6'],
  ],
  [
    [-2, -1, 0],
    ['-2', '-1', '0'],
  ],
])('The ticks %j read %j', (ticks, labels) => {
  expect(tickLabels(ticks)).toEqual(labels);
});

test('Ticks are told apart however small or close they are', () => {
  for (let exponent = -30; exponent < 20; exponent++)
    for (const step of [1, 2, 2.5, 5]) {
      const ticks = [0, 1, 2, 3, 4].map((i) => i * step * 10 ** exponent);
      expect(new Set(tickLabels(ticks)).size).toBe(5);
    }
});

test('On a logarithmic axis the powers have labels', () => {
  expect(logLabels([0.01, 0.02, 0.1, 1])).toEqual(['0.01', '', '0.1', '1']);
  expect(logLabels([1e-9, 1e-8])).toEqual(['1e-9', '1e-8']);
});

test.each([
  [0.0996, 2.5, 0.1, 2],
  [1, 10, 1, 10],
  [0.3, 30_000, 0.3, 30_000],
  [1.21, 1.38, 1.25, 1.35],
  [9.9e-300, 1e300, 1e-299, 1e300],
])('The ticks from %s to %s are inside of it, ascending', (min, max, first, last) => {
  const ticks = logTicks(min, max);

  expect([ticks[0], ticks[ticks.length - 1]]).toEqual([first, last]);
  expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
  expect(ticks.length).toBeLessThan(700);
});

test('A logarithmic axis of nothing has no ticks', () => {
  expect([logTicks(0, 1), logTicks(-1, 1), logTicks(1, 1), logTicks(Number.NaN, 1), logTicks(1, Number.POSITIVE_INFINITY)].flat()).toEqual(
    [],
  );
});

test('There is a step for every duration, each larger than the one before', () => {
  expect(durationSteps).toEqual([...new Set(durationSteps)].sort((a, b) => a - b));
});

test('One value stands in the middle of its axis, zero too', () => {
  expect(padded(0, 0, false)).toEqual([-1, 1]);
  expect(padded(1e-7, 1e-7, false)[0]).toBeCloseTo(0.9e-7, 12);
  const [low, high] = padded(100, 100, true);
  expect(Math.log10(low) + Math.log10(high)).toBeCloseTo(4, 9);
});

const line = (xs: number[], ys: number[]): Line => {
  const values = Float64Array.from(ys);
  const none = new Float64Array(xs.length).fill(Number.NaN);
  return {
    run: { id: 'a', key: 1 },
    xs: Float64Array.from(xs),
    ys: values,
    low: none,
    high: none,
    band: false,
    marks: [],
    steps: none,
    counts: none,
  };
};

test('The height is that of what is seen', () => {
  const [low, high] = yRange([line([0, 1, 2], [100, 1, 2])], [1, 2], false);

  expect([low, high]).toEqual([0.95, 2.05]);
});

test('A logarithmic axis begins above zero', () => {
  expect(xRange([line([0, 1, 10], [1, 1, 1])], true)).toEqual([1, 10]);
  expect(yRange([line([1, 2, 3], [-5, 0.1, 10])], [0, 9], true)[0]).toBeGreaterThan(0);
});

test('Nothing has a range too', () => {
  expect(xRange([], false)).toEqual([0, 1]);
  expect(yRange([line([1], [Number.NaN])], [0, 2], false)).toEqual([0, 1]);
});
