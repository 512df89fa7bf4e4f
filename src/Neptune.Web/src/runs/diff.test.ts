import { expect, test } from 'vitest';
import type { Field } from '../api/types';
import { delta, differ, shortened, textParts } from './diff';

const float = (value: number | string): Field => ({ path: 'x', type: 'float', value }) as Field;
const text = (value: string): Field => ({ path: 'x', type: 'string', value });

test('Equal values do not differ, also NaN and whole numbers of another type', () => {
  expect(differ([float(1), { path: 'x', type: 'int', value: 1 }])).toBe(false);
  expect(differ([float('NaN'), float('NaN')])).toBe(false);
  expect(differ([text('a'), text('a'), text('a')])).toBe(false);
});

test('The last digit, a type and an absent value make a difference', () => {
  expect(differ([float(0.1 + 0.2), float(0.3)])).toBe(true);
  expect(
    differ([
      { path: 'x', type: 'int', value: '9007199254740993' },
      { path: 'x', type: 'int', value: '9007199254740992' },
    ]),
  ).toBe(true);
  expect(differ([text('1'), float(1)])).toBe(true);
  expect(differ([text('a'), undefined])).toBe(true);
  expect(differ([text('a'), text('a'), text('b')])).toBe(true);
});

test.each([
  [0.5, 0.75, '+0.25', '+50 %'],
  [-2, -3, '−1', '−50 %'],
  [1e-7, 2e-7, '+1e-7', '+100 %'],
  [0, 3, '+3', undefined],
])('From %s to %s it is %s', (from, to, difference, percent) => {
  expect(delta(float(from), float(to))).toEqual({ difference, percent });
});

test('There is no distance to what is not finite, is equal, or is no number', () => {
  expect(delta(float('NaN'), float(1))).toBeUndefined();
  expect(delta(float(1), float(1))).toBeUndefined();
  expect(delta(text('a'), float(1))).toBeUndefined();
});

test('A text shows the place where it differs', () => {
  expect(textParts('/data/v1/train.csv', '/data/v12/train.csv')).toEqual({ before: '/data/v1', different: '2', after: '/train.csv' });
  expect(textParts('aaa', 'aa')).toEqual({ before: 'aa', different: '', after: '' });
  expect(textParts('', 'new')).toEqual({ before: '', different: 'new', after: '' });
});

test('A character of two units is not cut', () => {
  expect(textParts('😀', '😁').different).toBe('😁');
});

test('What is before the difference keeps both of its ends', () => {
  expect(shortened('short', 10)).toBe('short');
  expect(shortened('abcdefghijklmnop', 7)).toBe('abc…nop');
});
