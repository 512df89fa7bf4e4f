import { expect, test } from 'vitest';
import { parseDiff } from './diff';

const patch = `diff --git a/src/Program.cs b/src/Program.cs
index 1111111..2222222 100644
--- a/src/Program.cs
+++ b/src/Program.cs
@@ -1,3 +1,4 @@ class Program
 a
--- b
+++ c
+d
 e
@@ -10 +11 @@
-x
+y
\\ No newline at end of file
`;

test('Lines are numbered on both sides, and what looks like a head within a hunk is a line', () => {
  const [file] = parseDiff(patch);

  expect(file).toMatchObject({ path: 'src/Program.cs', change: 'changed', added: 3, removed: 2, binary: false });
  expect(file.lines).toEqual([
    { kind: 'hunk', text: '@@ -1,3 +1,4 @@ class Program' },
    { kind: 'same', text: 'a', before: 1, after: 1 },
    { kind: 'removed', text: '-- b', before: 2 },
    { kind: 'added', text: '++ c', after: 2 },
    { kind: 'added', text: 'd', after: 3 },
    { kind: 'same', text: 'e', before: 3, after: 4 },
    { kind: 'hunk', text: '@@ -10 +11 @@' },
    { kind: 'removed', text: 'x', before: 10 },
    { kind: 'added', text: 'y', after: 11 },
    { kind: 'note', text: 'No newline at end of file' },
  ]);
});

test('New, deleted, renamed and binary files and changes of mode are told apart', () => {
  const files = parseDiff(`diff --git a/new b/new
new file mode 100644
index 0000000..1111111
--- /dev/null
+++ b/new
@@ -0,0 +1 @@
+x
diff --git a/old b/old
deleted file mode 100644
index 1111111..0000000
--- a/old
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git a/one b/two
similarity index 100%
rename from one
rename to two
diff --git a/run.sh b/run.sh
old mode 100644
new mode 100755
diff --git a/pic.png b/pic.png
index 1111111..2222222 100644
GIT binary patch
literal 3
Kcmdem
`);

  expect(files.map(({ path, from, change, binary }) => [path, from, change, binary])).toEqual([
    ['new', undefined, 'added', false],
    ['old', undefined, 'deleted', false],
    ['two', 'one', 'renamed', false],
    ['run.sh', undefined, 'mode', false],
    ['pic.png', undefined, 'changed', true],
  ]);
});

test('Quoted paths and paths with spaces are read', () => {
  const files = parseDiff(`diff --git "a/\\303\\244 b.txt" "b/\\303\\244 b.txt"
index 1..2
--- "a/\\303\\244 b.txt"
+++ "b/\\303\\244 b.txt"
@@ -1 +1 @@
-a
+b
diff --git a/a b.txt b/a b.txt
old mode 100644
new mode 100755
`);

  expect(files.map((file) => file.path)).toEqual(['ä b.txt', 'a b.txt']);
});

test('A patch without the heads of git is read too, and no patch is no files', () => {
  expect(
    parseDiff('--- a.txt\t2026-01-01\n+++ a.txt\t2026-01-02\n@@ -1 +1 @@\n-a\n+b\n--- b.txt\n+++ b.txt\n@@ -1 +1 @@\n-a\n+b\n').map(
      (file) => [file.path, file.added],
    ),
  ).toEqual([
    ['a.txt', 1],
    ['b.txt', 1],
  ]);
  expect(parseDiff('')).toEqual([]);
  expect(parseDiff('hello\nworld')).toEqual([]);
});

test('The carriage return of a file with Windows line ends stays with its line', () => {
  expect(parseDiff('diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\r\n+b\r\n')[0].lines.map((line) => line.text)).toEqual([
    '@@ -1 +1 @@',
    'a\r',
    'b\r',
  ]);
});
