import { expect, test } from 'vitest';
import { addColumn, changeColumn, moveColumn } from './columnChanges';

const columns = ['a', 'b', 'c'].map((path) => ({ path }));
const paths = (list: readonly { path: string }[]) => list.map((column) => column.path).join('');

test('A column moves by one place or to the ends', () => {
  expect(paths(moveColumn(columns, 0, 1))).toBe('bac');
  expect(paths(moveColumn(columns, 2, -5))).toBe('cab');
  expect(paths(moveColumn(columns, 0, 99))).toBe('bca');
});

test('A pinned column goes before those that are not', () => {
  expect(paths(changeColumn(columns, 2, { pinned: true }))).toBe('cab');
});

test('The same value of a field is not added twice, another value of it is', () => {
  expect(paths(addColumn(columns, { path: 'a' }))).toBe('abc');
  expect(paths(addColumn(columns, { path: 'a', aggregate: 'min' }))).toBe('abca');
});
