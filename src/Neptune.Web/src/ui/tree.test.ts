import { expect, test } from 'vitest';
import { type TreeNode, treeKey, treeRows, treeTypeahead } from './tree';

const leaf = (id: string): TreeNode<null> => ({ id, label: id, value: null });
const branch = (id: string, ...children: TreeNode<null>[]): TreeNode<null> => ({ id, label: id, value: null, children });
const roots = [branch('data', leaf('rows'), leaf('size')), leaf('loss'), leaf('lr')];

test('Only what is below open branches is in sight', () => {
  expect(treeRows(roots, () => false).map((row) => row.node.id)).toEqual(['data', 'loss', 'lr']);
  expect(treeRows(roots, (id) => id === 'data').map((row) => `${row.level} ${row.node.id} ${row.place}/${row.siblings}`)).toEqual([
    '1 data 1/3',
    '2 rows 1/2',
    '2 size 2/2',
    '1 loss 2/3',
    '1 lr 3/3',
  ]);
});

test('Right opens a branch and then goes into it, left goes back and then closes it', () => {
  const closed = treeRows(roots, () => false);
  const open = treeRows(roots, () => true);

  expect(treeKey(closed, 0, 'ArrowRight')).toEqual({ toggle: 0 });
  expect(treeKey(open, 0, 'ArrowRight')).toEqual({ to: 1 });
  expect(treeKey(open, 2, 'ArrowLeft')).toEqual({ to: 0 });
  expect(treeKey(open, 0, 'ArrowLeft')).toEqual({ toggle: 0 });
  expect(treeKey(open, 3, 'ArrowRight')).toBeUndefined();
  expect(treeKey(closed, 1, 'ArrowLeft')).toBeUndefined();
});

test('Arrows, Home and End stay within the rows', () => {
  const rows = treeRows(roots, () => false);

  expect(treeKey(rows, 2, 'ArrowDown')).toEqual({ to: 2 });
  expect(treeKey(rows, 0, 'ArrowUp')).toEqual({ to: 0 });
  expect(treeKey(rows, 0, 'End')).toEqual({ to: 2 });
  expect(treeKey(rows, 2, 'Home')).toEqual({ to: 0 });
  expect(treeKey([], 0, 'ArrowDown')).toBeUndefined();
});

test('Typing goes to the next label that begins so, and the same letter again to the one after', () => {
  const rows = treeRows(roots, () => false);

  expect(treeTypeahead(rows, 0, 'l')).toBe(1);
  expect(treeTypeahead(rows, 1, 'll')).toBe(2);
  expect(treeTypeahead(rows, 1, 'lr')).toBe(2);
  expect(treeTypeahead(rows, 0, 'z')).toBeUndefined();
});
