import { expect, test } from 'vitest';
import { decodeText } from './readStart';

test('Half a character at the end is left out', () => {
  expect(decodeText(new TextEncoder().encode('aä').subarray(0, 2))).toBe('a');
});

test('Byte order marks are believed', () => {
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe('a');
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0x61]))).toBe('a');
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('a');
});

test('Bytes with a zero are no text', () => {
  expect(decodeText(new Uint8Array([0x61, 0, 0x62]))).toBeUndefined();
});
