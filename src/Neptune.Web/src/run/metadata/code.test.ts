import { expect, test } from 'vitest';
import type { FieldType } from '../../api/types';
import { csharpLine, pythonLine } from './code';

const lines: [FieldType, string, string | undefined][] = [
  ['int', 'run["a/b"].Fetch<long>()', 'run["a/b"].fetch()'],
  ['float', 'run["a/b"].Fetch<double>()', 'run["a/b"].fetch()'],
  ['bool', 'run["a/b"].Fetch<bool>()', 'run["a/b"].fetch()'],
  ['string', 'run["a/b"].Fetch<string>()', 'run["a/b"].fetch()'],
  ['datetime', 'run["a/b"].Fetch<DateTimeOffset>()', 'run["a/b"].fetch()'],
  ['runState', 'run["a/b"].Fetch<string>()', 'run["a"].fetch()["b"]'],
  ['stringSet', 'run["a/b"].Fetch<string[]>()', 'run["a/b"].fetch()'],
  ['gitRef', 'run["a/b"].Fetch<GitRefInfo>()', undefined],
  ['notebookRef', 'run["a/b"].Fetch<object>()', 'run["a"].fetch()["b"]'],
  ['floatSeries', 'run["a/b"].FetchValues<double>()', 'run["a/b"].fetch_values()'],
  ['stringSeries', 'run["a/b"].FetchValues<string>()', 'run["a/b"].fetch_values()'],
  ['fileSeries', 'run["a/b"].FetchValues<NeptuneFileInfo>()', 'run["a/b"].download()'],
  ['file', 'run["a/b"].Download()', 'run["a/b"].download()'],
  ['fileSet', 'run["a/b"].Download()', 'run["a/b"].download()'],
  ['artifact', 'run["a/b"].FetchFilesList()', 'run["a/b"].fetch_files_list()'],
];

test.each(lines)('A field of type %s is read by %s and by %s', (type, csharp, python) => {
  expect(csharpLine('run', 'a/b', type)).toBe(csharp);
  expect(pythonLine('run', 'a/b', type)).toBe(python);
});

test('Objects of other kinds have the names that their programs give them', () => {
  expect(csharpLine('modelVersion', 'auc', 'float')).toBe('version["auc"].Fetch<double>()');
  expect(pythonLine('modelVersion', 'auc', 'float')).toBe('model_version["auc"].fetch()');
});

test('What a literal cannot hold is escaped', () => {
  expect(csharpLine('run', 'a"b\\c\n\u0007', 'int')).toBe('run["a\\"b\\\\c\\n\\u0007"].Fetch<long>()');
});
