import { expect, test } from 'vitest';
import { chartCsv } from './exports';

test('The CSV has exact values, and words for those that are not finite', () => {
  const one = (value: number) => Float64Array.from([value]);
  const series = {
    id: 'CLS-1',
    path: 'loss',
    count: 1,
    createdMs: 0,
    firstStep: one(3),
    lastStep: one(4.5),
    lastTime: one(1000),
    counts: one(2),
    min: one(1e-7),
    max: one(0.1 + 0.2),
    mean: one(Number.NaN),
    last: one(Number.NEGATIVE_INFINITY),
  };

  expect(chartCsv('loss', [{ run: { id: 'CLS-1', key: 1 }, series }]).split('\r\n')[1]).toBe(
    'CLS-1,loss,3,4.5,1970-01-01T00:00:01.000Z,2,-Infinity,1e-7,0.30000000000000004,NaN',
  );
});
