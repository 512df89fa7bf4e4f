/** The path that is being typed at the caret of a query. */
export interface PathToken {
  start: number;
  end: number;
  /** What is there of the path, without its backticks. */
  text: string;
}

const words = /^(and|or|not|contains|matches|exists|asc|desc|true|false)$/i;

/** Undefined where no path can stand: in a quoted text, in a keyword, in a number. */
export function pathAt(query: string, caret: number): PathToken | undefined {
  let at = 0;
  while (at < caret) {
    const char = query[at];
    if (char === '"' || char === "'" || char === '`') {
      const close = closing(query, at);
      if (caret <= close)
        return char === '`' ? { start: at, end: Math.min(query.length, close + 1), text: query.slice(at + 1, caret) } : undefined;
      at = close + 1;
    } else at++;
  }

  const before = /[\p{L}_][\p{L}\p{N}_/.-]*$/u.exec(query.slice(0, caret))?.[0];
  if (!before) return undefined;
  const start = caret - before.length;
  // After a colon stands a type, after an operator a value.
  if (/(:|[=<>!]=?|\b(?:contains|matches))\s*$/i.test(query.slice(0, start))) return undefined;
  const after = /^[\p{L}\p{N}_/.-]*/u.exec(query.slice(caret))?.[0] ?? '';
  return words.test(before + after) ? undefined : { start, end: caret + after.length, text: before };
}

function closing(query: string, open: number): number {
  for (let at = open + 1; at < query.length; at++) {
    if (query[at] === '\\' && query[open] !== '`') at++;
    else if (query[at] === query[open]) return at;
  }
  return query.length;
}

/** The query with the path put in, and where the caret goes. */
export function completePath(query: string, token: PathToken, path: string, type: string | undefined): [string, number] {
  const name = `\`${path}\`${type && !query.slice(token.end).startsWith(':') ? `:${type}` : ''} `;
  const rest = query.slice(token.end).replace(/^ /, '');
  return [query.slice(0, token.start) + name + rest, token.start + name.length];
}
