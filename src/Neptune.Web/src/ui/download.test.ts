import { expect, test } from 'vitest';
import { csvLine } from './download';

test('Cells with commas, quotes and line breaks are quoted, numbers are exact', () => {
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', 1e-7, Number.NaN])).toBe('"a,b","say ""x""","two\nlines",1e-7,NaN\r\n');
});

test('A text that looks like a formula stays a text, a negative number a number', () => {
  expect(csvLine(['=1+1', '@x', '-0.5'])).toBe("'=1+1,'@x,-0.5\r\n");
});
