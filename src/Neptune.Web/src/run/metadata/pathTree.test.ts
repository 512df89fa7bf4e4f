import { expect, test } from 'vitest';
import type { Field } from '../../api/types';
import type { TreeNode } from '../../ui/tree';
import { branchesTo, type PathNode, pathTree, searchPaths } from './pathTree';

const fields = (...paths: string[]): Field[] => paths.map((path) => ({ path, type: 'int', value: 1 }));

function outline(nodes: TreeNode<PathNode<Field>>[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.label}${'count' in node.value ? ` ${node.value.count}` : ''}`,
    ...outline(node.children ?? [], `${indent}  `),
  ]);
}

test('Paths become namespaces, sys first, numbers in their order', () => {
  const tree = pathTree(fields('params/lr', 'folds/10/auc', 'folds/9/auc', 'sys/id', 'a'));

  expect(outline(tree)).toEqual(['sys 1', '  id', 'folds 2', '  9 1', '    auc', '  10 1', '    auc', 'params 1', '  lr', 'a']);
});

test('A field and a namespace of one name are both there, under ids of their own', () => {
  const tree = pathTree(fields('loss', 'loss/train'));

  expect(tree.map((node) => node.id)).toEqual(['loss/', 'loss']);
});

test('Names of the language itself are names like others', () => {
  expect(outline(pathTree(fields('__proto__/constructor', 'toString')))).toEqual(['__proto__ 1', '  constructor', 'toString']);
});

test('The namespaces above a field are known by its path', () => {
  expect(branchesTo('a/b/c')).toEqual(['a/', 'a/b/']);
  expect(branchesTo('a')).toEqual([]);
});

test('A search finds the paths that have every word', () => {
  expect(searchPaths(fields('train/loss', 'test/loss', 'train/auc'), 'LOSS tr').map((field) => field.path)).toEqual(['train/loss']);
  expect(searchPaths(fields('a', 'b'), '  ')).toHaveLength(2);
});
