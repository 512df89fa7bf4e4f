import { expect, test } from 'vitest';
import { extensionOf, fileKind, kindOfType } from './fileKind';

test('The end of the name says how a file is shown, in any case and with or without its dot', () => {
  expect(fileKind('PNG')).toBe('picture');
  expect(fileKind('.csv')).toBe('table');
  expect(fileKind(undefined)).toBe('text');
  expect(fileKind('constructor')).toBe('text');
});

test('A dot in a folder is no end of a name', () => {
  expect(extensionOf('a.b/readme')).toBe('');
  expect(extensionOf('a/b.tar.gz')).toBe('gz');
});

test('Where the name says nothing, the media type does', () => {
  expect(kindOfType('image/svg+xml')).toBe('picture');
  expect(kindOfType('text/html; charset=utf-8')).toBe('page');
  expect(kindOfType('text/plain; charset=utf-8')).toBe('text');
});
