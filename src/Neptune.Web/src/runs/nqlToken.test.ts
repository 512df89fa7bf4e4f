import { expect, test } from 'vitest';
import { completePath, pathAt } from './nqlToken';

/** The caret is where the bar stands. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return pathAt(marked.replace('|', ''), caret);
}

test.each([
  ['train/l|', 'train/l'],
  ['`train/lo|', 'train/lo'],
  ['`train/lo|`:float > 1', 'train/lo'],
  ['(a = 1) AND par|', 'par'],
  ['last(`acc|`:floatSeries)', 'acc'],
])('In %s a path is typed', (query, text) => {
  expect(at(query)?.text).toBe(text);
});

test.each(['a = "tra|in"', 'a = 1 AN|D', 'AND|', '`a`:flo|', 'sys/name = tra|', '', '0.5|', 'a CONTAINS "x" |'])(
  'In %s none is',
  (query) => {
    expect(at(query)).toBeUndefined();
  },
);

test('A picked path is put in with its type, in place of the whole one', () => {
  const query = 'x = 1 AND tra/los > 2';
  const token = pathAt(query, 13);

  expect(token && completePath(query, token, 'train/loss', 'floatSeries')).toEqual(['x = 1 AND `train/loss`:floatSeries > 2', 35]);
});

test('A type that is there already stays', () => {
  const query = '`tr`:float > 1';
  const token = pathAt(query, 3);

  expect(token && completePath(query, token, 'train/loss', 'float')[0]).toBe('`train/loss` :float > 1');
});
