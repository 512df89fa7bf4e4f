import { expect, test } from 'vitest';
import { parseCsv } from './csv';

test('A quoted cell may hold delimiters, line ends and doubled quotes', () => {
  const csv = parseCsv('name,text\r\na,"1, ""two""\nthree"\r\n', 10);

  expect(csv.header).toEqual(['name', 'text']);
  expect(csv.rows).toEqual([['a', '1, "two"\nthree']]);
  expect(csv.cut).toBe(false);
});

test('The delimiter is the one of the first line', () => {
  expect(parseCsv('a;b,c;d\n1;2;3', 10)).toMatchObject({ delimiter: ';', header: ['a', 'b,c', 'd'], rows: [['1', '2', '3']] });
  expect(parseCsv('"a,b,c"\td\n1\t2', 10)).toMatchObject({ delimiter: '\t', header: ['a,b,c', 'd'] });
});

test('Empty cells count, also at the end of a line and of the file', () => {
  expect(parseCsv('a,b,c\n,,\n1,,', 10).rows).toEqual([
    ['', '', ''],
    ['1', '', ''],
  ]);
});

test('The byte order mark is no part of the first name, and blank lines are no rows', () => {
  expect(parseCsv('\ufeffa,b\n\n1,2\n\n', 10)).toMatchObject({ header: ['a', 'b'], rows: [['1', '2']] });
});

test('What goes beyond the rows asked for is left out and said', () => {
  const csv = parseCsv('a\n1\n2\n3\n', 2);

  expect(csv.rows).toEqual([['1'], ['2']]);
  expect(csv.cut).toBe(true);
  expect(parseCsv('a\n1\n2\n', 2).cut).toBe(false);
});

test('Half a line at the end of the beginning of a file is left out', () => {
  expect(parseCsv('a,b\n1,2\n3,"4', 10, false)).toMatchObject({ rows: [['1', '2']], cut: true });
});

test('A quote that nobody closes goes to the end', () => {
  expect(parseCsv('a,b\n1,"2\n3', 10).rows).toEqual([['1', '2\n3']]);
});

test('Nothing is an empty table', () => {
  expect(parseCsv('', 10)).toEqual({ header: [], rows: [], delimiter: ',', cut: false });
});
