import { type Aggregate, aggregates } from '../ui/fields';

/** A column of the table: a field, for a series one of its values. */
export interface Column {
  path: string;
  aggregate?: Aggregate;
  width?: number;
  pinned?: boolean;
}

const widths: Record<string, number> = {
  'sys/name': 180,
  'sys/state': 124,
  'sys/creation_time': 184,
  'sys/running_time': 136,
  'sys/tags': 180,
};

/** Widths in pixels of a letter, of what else is in a cell of the head, and of a column that nobody has given one. */
const letter = 7.6;
const headRoom = 60;
const [narrowest, widest] = [116, 230];

/** As wide as the usual values are, or else as the title. */
export function columnWidth(column: Column): number {
  const title = Math.round(columnTitle(column).length * letter + headRoom);
  return column.width ?? widths[column.path] ?? Math.max(narrowest, Math.min(widest, title));
}

/** The width of the head of a row, in which ids of so many letters fit. */
export function rowHeadWidth(letters: number): number {
  return Math.round(74 + Math.max(6, Math.min(28, letters)) * 8.6);
}

/** One field may be there with several of its values. */
export function columnKey(column: Column): string {
  return `${column.aggregate ?? 'last'}|${column.path}`;
}

const names: Record<string, string> = {
  'sys/id': 'Id',
  'sys/name': 'Name',
  'sys/state': 'State',
  'sys/creation_time': 'Created',
  'sys/running_time': 'Running time',
  'sys/tags': 'Tags',
};

export function columnTitle(column: Column): string {
  const name = names[column.path] ?? column.path;
  return column.aggregate && column.aggregate !== 'last' ? `${name} (${column.aggregate})` : name;
}

export const baseColumns: readonly Column[] = ['sys/name', 'sys/state', 'sys/creation_time', 'sys/running_time', 'sys/tags'].map(
  (path) => ({ path }),
);

/** "path", or "min,w120,pin|path": what is not as usual, before the first bar. */
export function writeColumn(column: Column): string {
  const marks = [
    column.aggregate && column.aggregate !== 'last' ? column.aggregate : undefined,
    column.width ? `w${Math.round(column.width)}` : undefined,
    column.pinned ? 'pin' : undefined,
  ].filter((mark) => mark !== undefined);
  return marks.length > 0 || column.path.includes('|') ? `${marks.join(',')}|${column.path}` : column.path;
}

export function readColumn(text: string): Column {
  const bar = text.indexOf('|');
  const column: Column = { path: text.slice(bar + 1) };
  for (const mark of bar < 0 ? [] : text.slice(0, bar).split(',')) {
    if (aggregates.includes(mark as Aggregate)) column.aggregate = mark as Aggregate;
    else if (/^w\d{1,4}$/.test(mark)) column.width = Math.max(40, Number(mark.slice(1)));
    else if (mark === 'pin') column.pinned = true;
  }
  return column;
}
