import { expect, test } from 'vitest';
import { jsonTree } from './jsonTree';

test('Objects and lists are branches, everything else a leaf with its text in JSON', () => {
  const [list, text, nothing] = jsonTree('{"a": [1, true], "b": "x\\n", "c": null}');

  expect(list).toMatchObject({ id: '/a', label: 'a', value: { kind: 'list', count: 2 } });
  expect(list.children?.map((node) => [node.id, node.value])).toEqual([
    ['/a/0', { kind: 'number', text: '1' }],
    ['/a/1', { kind: 'word', text: 'true' }],
  ]);
  expect(text.value).toEqual({ kind: 'text', text: '"x\\n"' });
  expect(nothing.value).toEqual({ kind: 'word', text: 'null' });
});

test('Keys of the language itself and keys with slashes have nodes of their own', () => {
  expect(jsonTree('{"__proto__": {"x": 1}, "a/b": 2, "a": {"b": 3}}').map((node) => node.id)).toEqual(['/__proto__', '/a~1b', '/a']);
});

test('A single value is a tree of one leaf, and no JSON is an error', () => {
  expect(jsonTree('5')).toMatchObject([{ value: { text: '5' } }]);
  expect(() => jsonTree('{')).toThrow(SyntaxError);
});
