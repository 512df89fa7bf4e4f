import { expect, test } from 'vitest';
import { parseAnsi, withoutAnsi } from './ansi';

const E = '\u001b';
const spans = (line: string) => parseAnsi(line).spans;

test('A line without escapes is one piece', () => {
  expect(spans('plain <b>text</b>')).toEqual([{ text: 'plain <b>text</b>', style: {} }]);
  expect(spans('')).toEqual([]);
});

test('Colours and weights hold until they are taken back', () => {
  expect(spans(`${E}[1;31mred${E}[22m thin${E}[39m ${E}[4mline${E}[0m end`)).toEqual([
    { text: 'red', style: { bold: true, colour: 'red' } },
    { text: ' thin', style: { colour: 'red' } },
    { text: ' ', style: {} },
    { text: 'line', style: { underline: true } },
    { text: ' end', style: {} },
  ]);
});

test('Colours of the palette and true colours are read, with semicolons and with colons', () => {
  expect(spans(`${E}[38;5;196ma${E}[48;2;1;2;3mb${E}[0;38:5:9mc${E}[38;5;244md`).map((span) => span.style)).toEqual([
    { colour: 'rgb(255 0 0)' },
    { colour: 'rgb(255 0 0)', back: 'rgb(1 2 3)' },
    { colour: 'bright-red' },
    { colour: 'rgb(128 128 128)' },
  ]);
});

test('A colour that is none changes nothing, and no text of the log gets into a style', () => {
  expect(spans(`${E}[38;2;300;0;0ma${E}[38;5;999mb`).every((span) => span.style.colour === undefined)).toBe(true);
  expect(spans(`${E}[38;2;1;2;url(x)mc`).map((span) => span.style.colour)).toEqual([undefined]);
});

test('A style that a line leaves open goes on in the next', () => {
  const { end } = parseAnsi(`${E}[33mfirst`);

  expect(parseAnsi('second', end).spans).toEqual([{ text: 'second', style: { colour: 'yellow' } }]);
});

test('What moves the cursor, sets the title or links is left out', () => {
  expect(withoutAnsi(`${E}[2K${E}[1G${E}]0;title\u0007a${E}]8;;http://x${E}\\link${E}]8;;${E}\\b${E}(B${E}=\u0008`)).toBe('alinkb');
  expect(spans(`${E}[2Kdone`)).toEqual([{ text: 'done', style: {} }]);
});

test('Of a line that was drawn over, the last drawing is shown', () => {
  expect(spans('10 %\r50 %\r100 %\r')).toEqual([{ text: '100 %', style: {} }]);
});
