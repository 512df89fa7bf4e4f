export interface Csv {
  header: string[];
  rows: string[][];
  delimiter: string;
  /** There is more than was read. */
  cut: boolean;
}

const delimiters = [',', ';', '\t', '|'];

/**
 * Reads the beginning of a table of text: quoted cells may hold delimiters, line ends and doubled quotes.
 * @param complete False when the text is only the beginning of a file; its last line, which may be half of one, is left out.
 */
export function parseCsv(text: string, maxRows: number, complete = true): Csv {
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let more = false;

  while (at < text.length) {
    if (rows.length > maxRows) {
      more = true;
      break;
    }
    let cell: string;
    if (text[at] === '"') {
      [cell, at] = quotedCell(text, at + 1);
      const end = endOfCell(text, at, delimiter);
      cell += text.slice(at, end);
      at = end;
    } else {
      const end = endOfCell(text, at, delimiter);
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0 && complete) rows.push(row);

  const [header = [], ...rest] = rows.filter((cells) => cells.length > 1 || cells[0] !== '');
  return { header, rows: rest.slice(0, maxRows), delimiter, cut: more || !complete || rest.length > maxRows };
}

/** The cell that began with a quote, and where what follows it begins. */
function quotedCell(text: string, from: number): [string, number] {
  let cell = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [cell + text.slice(at), text.length];
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === delimiter || letter === '\n' || letter === '\r') return at;
  }
  return text.length;
}

/** The delimiter that the first line has most often, outside of quotes. */
function delimiterOf(text: string): string {
  const counts = new Map(delimiters.map((one) => [one, 0]));
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) break;
    else if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return delimiters.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best));
}
