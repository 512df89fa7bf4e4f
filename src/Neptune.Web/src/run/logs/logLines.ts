import type { StringPoint } from '../../api/types';
import { type AnsiSpan, type AnsiStyle, parseAnsi } from './ansi';

export interface LogLine {
  /** Of the point and the line within it. */
  key: string;
  step: string;
  time: string;
  /** The first line of its point. */
  first: boolean;
  spans: AnsiSpan[];
}

/** The points of a log as lines of a terminal: a style that one leaves open goes on in the next. */
export function logLines(points: readonly StringPoint[]): LogLine[] {
  const lines: LogLine[] = [];
  let style: AnsiStyle = {};
  for (const { step, value, time } of points) {
    const texts = value.replace(/\r?\n$/, '').split(/\r?\n/);
    texts.forEach((text, index) => {
      const { spans, end } = parseAnsi(text, style);
      style = end;
      lines.push({ key: `${step}:${index}`, step: String(step), time, first: index === 0, spans });
    });
  }
  return lines;
}

/** The pieces of a text by whether they match a search, in any case. */
export function marked(text: string, search: string): { text: string; hit: boolean }[] {
  if (search === '') return [{ text, hit: false }];
  const pieces: { text: string; hit: boolean }[] = [];
  const pattern = new RegExp(search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false });
  return pieces;
}
