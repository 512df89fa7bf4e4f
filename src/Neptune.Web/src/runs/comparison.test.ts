import { expect, test } from 'vitest';
import type { Row } from '../api/types';
import { compare, matching } from './comparison';

const run = (id: string, values: Record<string, string>): Row =>
  ({ id, fields: Object.entries(values).map(([path, value]) => ({ path, type: 'string', value })) }) as Row;

const runs = [
  run('P-1', { 'sys/id': 'P-1', 'params/seed': '1', 'params/optimizer': 'adam' }),
  run('P-2', { 'sys/id': 'P-2', 'params/seed': '1', 'params/optimizer': 'sgd', note: 'x' }),
];

test('All fields are there, those of the user first', () => {
  expect(compare(runs).map(({ path, different }) => [path, different])).toEqual([
    ['note', true],
    ['params/optimizer', true],
    ['params/seed', false],
    ['sys/id', true],
  ]);
});

test('Only what differs and has all words of the filter is left', () => {
  const paths = (different: boolean, filter: string) => matching(compare(runs), different, filter).map(({ path }) => path);

  expect(paths(true, 'PAR')).toEqual(['params/optimizer']);
  expect(paths(false, 'seed params')).toEqual(['params/seed']);
});

test('One run differs from nothing', () => {
  expect(compare([runs[0]]).some(({ different }) => different)).toBe(false);
});
