import { expect, test } from 'vitest';
import { formatDuration, formatNumber, formatSize, splitEnds } from './format';

test.each([
  [0, '0'],
  [-0, '-0'],
  [1e-7, '1e-7'],
  [0.00012345678, '0.000123457'],
  [1.23456789e-12, '1.2346e-12'],
  [5e-324, '4.9407e-324'],
  [0.1 + 0.2, '0.3'],
  [123456.789, '123457'],
  [42, '42'],
  [9007199254740991, '9.0072e15'],
  [1e300, '1e300'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('The number %s reads %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('No number but zero reads as zero', () => {
  for (let exponent = -323; exponent < 308; exponent++) expect(Number(formatNumber(3.7 * 10 ** exponent))).not.toBe(0);
});

test.each([
  [0, '0 s'],
  [0.0152, '15.2 ms'],
  [4.23, '4.2 s'],
  [59.97, '1 min 00 s'],
  [200, '3 min 20 s'],
  [3725, '1 h 02 min'],
  [90000, '1 d 01 h'],
])('%s seconds read %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('Sizes have three digits', () => {
  expect([0, 1023, 1024, 1536 * 1024, 5e13].map(formatSize)).toEqual(['0 B', '1023 B', '1 KB', '1.5 MB', '45.5 TB']);
});

test('A long text keeps its end, and no character is cut in half', () => {
  expect(splitEnds('short')).toEqual(['short', '']);
  expect(splitEnds('/data/experiments/2026/model-final.zip', 9)).toEqual(['/data/experiments/2026/model-', 'final.zip']);
  expect(splitEnds(`${'a'.repeat(30)}😀123456789`, 10)).toEqual(['a'.repeat(30), '😀123456789']);
});
