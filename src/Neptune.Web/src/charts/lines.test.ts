import { expect, test } from 'vitest';
import type { SeriesColumns } from '../api/columns';
import { lineOf, nearest, stepsToFetch, stitch } from './lines';

const run = { id: 'CLS-1', key: 1 };

/** Buckets of `size` points each; the values are the steps. */
function series(buckets: number, size: number, from = 0): SeriesColumns {
  const column = (value: (i: number) => number) => Float64Array.from({ length: buckets }, (_, i) => value(i));
  const first = (i: number) => from + i * size;
  const last = (i: number) => from + (i + 1) * size - 1;
  return {
    id: run.id,
    path: 'loss',
    count: buckets * size,
    createdMs: 1000,
    firstStep: column(first),
    lastStep: column(last),
    lastTime: column((i) => 1000 + last(i) * 500),
    counts: column(() => size),
    min: column(first),
    max: column(last),
    mean: column((i) => (first(i) + last(i)) / 2),
    last: column(last),
  };
}

test('A value that is not finite is a gap and a mark, wherever it stands', () => {
  const columns = series(4, 1);
  columns.last.set([Number.NaN, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);

  const line = lineOf(run, columns, 'step', 0);

  expect([...line.ys]).toEqual([Number.NaN, 1, Number.NaN, Number.NaN]);
  expect(line.marks).toEqual([
    { x: 0, kind: 'NaN' },
    { x: 2, kind: 'Infinity' },
    { x: 3, kind: '-Infinity' },
  ]);
});

test('An infinity within a bucket is marked though its last value is finite', () => {
  const columns = series(2, 10);
  columns.max[1] = Number.POSITIVE_INFINITY;

  expect(lineOf(run, columns, 'step', 0).marks).toEqual([{ x: 19, kind: 'Infinity' }]);
});

test('Times are seconds, relative ones from the start of the run', () => {
  expect([...lineOf(run, series(2, 2), 'relative', 0).xs]).toEqual([0.5, 1.5]);
  expect([...lineOf(run, series(2, 2), 'time', 0).xs]).toEqual([1.5, 2.5]);
});

test('There is a band only where a bucket has several points', () => {
  expect(lineOf(run, series(3, 1), 'step', 0).band).toBe(false);
  expect(lineOf(run, series(3, 2), 'step', 0).band).toBe(true);
});

test('Exact points take the place of the coarse buckets that they lie in, and of no other', () => {
  const joined = stitch(series(10, 10), series(20, 1, 30));

  expect([...joined.lastStep]).toEqual([9, 19, 29, ...Array.from({ length: 20 }, (_, i) => 30 + i), 59, 69, 79, 89, 99]);
  expect([...joined.counts].reduce((sum, count) => sum + count, 0)).toBe(100);
});

test('A part with no points leaves the whole as it is', () => {
  const whole = series(3, 5);

  expect(stitch(whole, series(0, 1))).toBe(whole);
});

test('A zoom asks for its steps, and for none where all are known', () => {
  expect(stepsToFetch([series(10, 10)], 'step', [30, 49])).toEqual([30, 49]);
  expect(stepsToFetch([series(10, 1)], 'step', [3, 6])).toBeUndefined();
});

test('A zoom in time asks for the steps of that time', () => {
  expect(stepsToFetch([series(10, 10)], 'relative', [12, 22])).toEqual([20, 49]);
});

test.each([
  [-5, 0],
  [0.4, 0],
  [0.6, 1],
  [2.4, 2],
  [99, 3],
])('The point nearest to %s is the one at %s', (x, index) => {
  expect(nearest(Float64Array.from([0, 1, 2, 3]), x)).toBe(index);
});

test('No points have no nearest', () => {
  expect(nearest(new Float64Array(0), 1)).toBe(-1);
});
