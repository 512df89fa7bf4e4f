import { toNumber } from '../api/numbers';
import type { Field, Row } from '../api/types';
import { fieldOf } from '../ui/fields';

/** The text of a field, or nothing. */
export function textOf(row: Row, path: string): string {
  const value = fieldOf(row, path)?.value;
  return value === undefined || Array.isArray(value) ? '' : String(value);
}

export function tagsOf(row: Row): string[] {
  const value = fieldOf(row, 'sys/tags')?.value;
  return Array.isArray(value) ? value : [];
}

export function stateOf(row: Row): string {
  return textOf(row, 'sys/state');
}

export function isActive(row: Row): boolean {
  return stateOf(row) === 'Active';
}

/** How long a run has been running, in seconds; while it is active, what passed since its last sign of life counts too. */
export function runningTime(row: Row, now: number): number | undefined {
  const seconds = toNumber(fieldOf(row, 'sys/running_time')?.value as number | undefined);
  if (Number.isNaN(seconds)) return undefined;
  const seen = Date.parse(textOf(row, 'sys/ping_time'));
  return isActive(row) && !Number.isNaN(seen) ? seconds + Math.max(0, (now - seen) / 1000) : seconds;
}

const withFiles = ['file', 'fileSet', 'fileSeries', 'artifact'];

export function hasFiles(field: Field): boolean {
  return withFiles.includes(field.type);
}

export function isWithin(path: string, namespace: string): boolean {
  return path.startsWith(`${namespace}/`);
}

/** Texts by step that a program logged; what Neptune keeps of an object itself is no log. */
export function isLog(field: Field): boolean {
  return field.type === 'stringSeries' && !isWithin(field.path, 'sys');
}
