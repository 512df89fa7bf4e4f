import { expect, test } from 'vitest';
import { logLines, marked } from './logLines';

const point = (step: number, value: string) => ({ step, value, time: '2026-11-30T10:00:00Z' });

test('A point of several lines is several lines, and colours go on', () => {
  const lines = logLines([point(0, '\u001b[31ma\nb\n'), point(1, 'c\u001b[0m')]);

  expect(lines.map((line) => [line.key, line.first, line.spans])).toEqual([
    ['0:0', true, [{ text: 'a', style: { colour: 'red' } }]],
    ['0:1', false, [{ text: 'b', style: { colour: 'red' } }]],
    ['1:0', true, [{ text: 'c', style: { colour: 'red' } }]],
  ]);
});

test('An empty line is a line', () => {
  expect(logLines([point(0, '')])).toMatchObject([{ key: '0:0', spans: [] }]);
});

test('Matches are found in any case, and signs of patterns are only signs', () => {
  expect(marked('Loss LOSS', 'loss')).toEqual([
    { text: 'Loss', hit: true },
    { text: ' ', hit: false },
    { text: 'LOSS', hit: true },
  ]);
  expect(marked('a.c abc', 'a.c').filter((piece) => piece.hit)).toHaveLength(1);
  expect(marked('(', '(')).toEqual([{ text: '(', hit: true }]);
});
