import type { Field } from '../api/types';
import { exactText, numberOf } from '../ui/fields';
import { formatNumber } from '../ui/format';

/** What a field is compared by: its value to the last digit, and what kind of thing it is. */
export function identity(field: Field | undefined): string {
  if (!field) return '';
  if (field.type === 'fileSet' || field.type === 'fileSeries') return `${field.type} ${field.count} ${field.size}`;
  const kind = numberOf(field) === undefined ? field.type : 'number';
  return `${kind} ${exactText(field)}`;
}

/** Whether any of the runs has another value; none at all is another one, too. */
export function differ(fields: readonly (Field | undefined)[]): boolean {
  const [first, ...others] = fields.map(identity);
  return others.some((other) => other !== first);
}

export interface Delta {
  difference: string;
  /** Undefined where the reference is zero or not finite. */
  percent?: string;
}

/** How far a number is from the reference; undefined where one of them is none, or they are equal. */
export function delta(reference: Field | undefined, field: Field | undefined): Delta | undefined {
  const [from, to] = [numberOf(reference), numberOf(field)];
  if (from === undefined || to === undefined || !Number.isFinite(from) || !Number.isFinite(to) || from === to) return undefined;
  const difference = to - from;
  const part = (difference / Math.abs(from)) * 100;
  return {
    difference: signed(difference),
    percent: from === 0 || !Number.isFinite(part) ? undefined : `${part > 0 ? '+' : '−'}${formatNumber(Math.abs(part), 3)} %`,
  };
}

function signed(value: number): string {
  return `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value), 4)}`;
}

export interface TextParts {
  before: string;
  /** Where the two texts differ. */
  different: string;
  after: string;
}

/** A text in three parts: what it begins with as the reference does, what is its own, and what it ends with as that does. */
export function textParts(reference: string, text: string): TextParts {
  const shorter = Math.min(reference.length, text.length);
  let start = 0;
  while (start < shorter && reference[start] === text[start]) start++;
  let end = 0;
  while (end < shorter - start && reference[reference.length - 1 - end] === text[text.length - 1 - end]) end++;
  // A surrogate pair belongs to one part.
  if (start > 0 && isHigh(text.charCodeAt(start - 1))) start--;
  if (end > 0 && isLow(text.charCodeAt(text.length - end))) end--;
  return { before: text.slice(0, start), different: text.slice(start, text.length - end), after: text.slice(text.length - end) };
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** The part before a difference, shortened from its middle so that its beginning and the difference are both in sight. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(text.length - half)}`;
}
