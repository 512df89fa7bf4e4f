import type { FieldType, ObjectKind } from '../../api/types';

const csharpCalls: Record<FieldType, string> = {
  int: 'Fetch<long>()',
  float: 'Fetch<double>()',
  bool: 'Fetch<bool>()',
  string: 'Fetch<string>()',
  datetime: 'Fetch<DateTimeOffset>()',
  runState: 'Fetch<string>()',
  stringSet: 'Fetch<string[]>()',
  gitRef: 'Fetch<GitRefInfo>()',
  notebookRef: 'Fetch<object>()',
  floatSeries: 'FetchValues<double>()',
  stringSeries: 'FetchValues<string>()',
  fileSeries: 'FetchValues<NeptuneFileInfo>()',
  file: 'Download()',
  fileSet: 'Download()',
  artifact: 'FetchFilesList()',
};

/** The Python client has no call for a git ref, and reads states and notebooks with their namespace only. */
const pythonCalls: Partial<Record<FieldType, string>> = {
  int: 'fetch()',
  float: 'fetch()',
  bool: 'fetch()',
  string: 'fetch()',
  datetime: 'fetch()',
  stringSet: 'fetch()',
  floatSeries: 'fetch_values()',
  stringSeries: 'fetch_values()',
  fileSeries: 'download()',
  file: 'download()',
  fileSet: 'download()',
  artifact: 'fetch_files_list()',
};

const csharpNames: Record<ObjectKind, string> = { run: 'run', model: 'model', modelVersion: 'version', project: 'project' };
const pythonNames: Record<ObjectKind, string> = { run: 'run', model: 'model', modelVersion: 'model_version', project: 'project' };

/** The C# expression that reads a field. */
export function csharpLine(kind: ObjectKind, path: string, type: FieldType): string {
  return `${csharpNames[kind]}[${literal(path)}].${csharpCalls[type]}`;
}

/** The expression of Neptune's Python client that reads a field; undefined where it has none. */
export function pythonLine(kind: ObjectKind, path: string, type: FieldType): string | undefined {
  const name = pythonNames[kind];
  const call = pythonCalls[type];
  if (call) return `${name}[${literal(path)}].${call}`;
  if (type === 'gitRef') return undefined;
  const cut = path.lastIndexOf('/');
  return cut < 0 ? `${name}.fetch()[${literal(path)}]` : `${name}[${literal(path.slice(0, cut))}].fetch()[${literal(path.slice(cut + 1))}]`;
}

/** A text as a literal of either language: both know these escapes. */
export function literal(text: string): string {
  const escapes: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${text.replace(/["\\\p{Cc}\u2028\u2029]/gu, (letter) => escapes[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}
