import { expect, test } from 'vitest';
import { parsePackages } from './packages';

test('Each line is a package with its version, whatever the line ends', () => {
  expect(parsePackages('Microsoft.ML==5.0.1\r\n# by hand\n\nnumpy == 2.1 ; python_version > "3"\n')).toEqual([
    { name: 'Microsoft.ML', version: '5.0.1' },
    { name: 'numpy', version: '2.1' },
  ]);
});

test('A line of another form is shown as it is', () => {
  expect(parsePackages('torch>=2\n-r other.txt')).toEqual([
    { name: 'torch>=2', version: '' },
    { name: '-r other.txt', version: '' },
  ]);
});
