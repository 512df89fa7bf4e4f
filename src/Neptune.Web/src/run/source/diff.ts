export interface DiffLine {
  kind: 'hunk' | 'same' | 'added' | 'removed' | 'note';
  text: string;
  /** Line numbers before and after. */
  before?: number;
  after?: number;
}

export interface DiffFile {
  /** The path after the change; of a deleted file the one before. */
  path: string;
  /** The path before, where it was another one. */
  from?: string;
  change: 'changed' | 'added' | 'deleted' | 'renamed' | 'copied' | 'mode';
  binary: boolean;
  added: number;
  removed: number;
  lines: DiffLine[];
}

/** Reads a patch as git writes it. Whatever is no part of a file's change is left out. */
export function parseDiff(text: string): DiffFile[] {
  const files: DiffFile[] = [];
  let file: DiffFile | undefined;
  let hunk: { before: number; after: number; beforeLeft: number; afterLeft: number } | undefined;

  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  for (const raw of lines) {
    // Lines of a hunk are counted: a removed "-- x" looks like the head of a file.
    if (file && hunk && (hunk.beforeLeft > 0 || hunk.afterLeft > 0)) {
      const line = hunkLine(raw, hunk);
      if (line) {
        file.lines.push(line);
        if (line.kind === 'added') file.added++;
        else if (line.kind === 'removed') file.removed++;
        continue;
      }
    }
    const head = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (head.startsWith('diff --git ')) {
      hunk = undefined;
      file = { path: gitPath(head), change: 'changed', binary: false, added: 0, removed: 0, lines: [] };
      files.push(file);
    } else if (head.startsWith('--- ') && (!file || hunk)) {
      // A patch without git's own heads.
      hunk = undefined;
      file = { path: pathOf(head.slice(4)) ?? '', change: 'changed', binary: false, added: 0, removed: 0, lines: [] };
      files.push(file);
    } else if (file) {
      const start = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(head);
      if (start) {
        const [, before, beforeCount = '1', after, afterCount = '1'] = start;
        hunk = { before: Number(before), after: Number(after), beforeLeft: Number(beforeCount), afterLeft: Number(afterCount) };
        file.lines.push({ kind: 'hunk', text: head });
      } else if (head.startsWith('\\ ')) file.lines.push({ kind: 'note', text: head.slice(2) });
      else readHead(file, head);
    }
  }
  return files;
}

function hunkLine(raw: string, hunk: { before: number; after: number; beforeLeft: number; afterLeft: number }): DiffLine | undefined {
  const text = raw.slice(1);
  switch (raw[0]) {
    case '+':
      hunk.afterLeft--;
      return { kind: 'added', text, after: hunk.after++ };
    case '-':
      hunk.beforeLeft--;
      return { kind: 'removed', text, before: hunk.before++ };
    case ' ':
    case undefined:
    case '\r':
      hunk.beforeLeft--;
      hunk.afterLeft--;
      return { kind: 'same', text, before: hunk.before++, after: hunk.after++ };
    case '\\':
      return { kind: 'note', text: raw.slice(2) };
    default:
      return undefined;
  }
}

function readHead(file: DiffFile, head: string): void {
  const value = (start: string) => (head.startsWith(start) ? head.slice(start.length) : undefined);
  if (head.startsWith('new file mode')) file.change = 'added';
  else if (head.startsWith('deleted file mode')) file.change = 'deleted';
  else if (head.startsWith('new mode') && file.change === 'changed') file.change = 'mode';
  else if (head.startsWith('index ') && file.change === 'mode') file.change = 'changed';
  else if (head.startsWith('Binary files ') || head === 'GIT binary patch') file.binary = true;

  const from = value('rename from ') ?? value('copy from ');
  if (from !== undefined) {
    file.from = unquoted(from);
    file.change = head.startsWith('rename') ? 'renamed' : 'copied';
  }
  const to = value('rename to ') ?? value('copy to ');
  if (to !== undefined) file.path = unquoted(to);
  const before = value('--- ');
  if (before !== undefined) file.path = pathOf(before) ?? file.path;
  const after = value('+++ ');
  if (after !== undefined) {
    const path = pathOf(after);
    if (path === undefined) file.change = 'deleted';
    else file.path = path;
  }
}

/** The path behind `---` or `+++`, without git's `a/`; undefined for /dev/null. */
function pathOf(text: string): string | undefined {
  const path = unquoted(text.replace(/\t.*$/, ''));
  return path === '/dev/null' ? undefined : path.replace(/^[ab]\//, '');
}

/** The path in "diff --git a/x b/x", where both are equal; others are said in lines of their own. */
function gitPath(head: string): string {
  const rest = head.slice('diff --git '.length);
  if (rest.startsWith('"')) return pathOf(rest.slice(0, rest.indexOf('"', 1) + 1)) ?? rest;
  const half = (rest.length - 1) / 2;
  return rest.slice(2, half);
}

/** Git quotes paths with characters beyond ASCII, byte by byte. */
function unquoted(path: string): string {
  if (!path.startsWith('"') || !path.endsWith('"')) return path;
  const bytes: number[] = [];
  const simple: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };
  for (const match of path.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    const [, octal, letter, text] = match;
    if (octal) bytes.push(Number.parseInt(octal, 8));
    else if (letter) bytes.push(simple[letter] ?? letter.charCodeAt(0));
    else bytes.push(...new TextEncoder().encode(text));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
