import { toNumber } from '../api/numbers';
import type { Field, Row } from '../api/types';
import { exactNumber, formatDuration, formatNumber, formatSize, formatTime } from './format';

/** Which of the values of a series stands for it. */
export type Aggregate = 'last' | 'min' | 'max' | 'mean' | 'variance';
export const aggregates: readonly Aggregate[] = ['last', 'min', 'max', 'mean', 'variance'];

const maps = new WeakMap<Row, Map<string, Field>>();

export function fieldOf(row: Row, path: string): Field | undefined {
  let map = maps.get(row);
  if (!map) {
    map = new Map(row.fields.map((field) => [field.path, field]));
    maps.set(row, map);
  }
  return map.get(path);
}

/** The number that a field stands for, if it stands for one. */
export function numberOf(field: Field | undefined, aggregate: Aggregate = 'last'): number | undefined {
  if (!field) return undefined;
  switch (field.type) {
    case 'int':
    case 'float':
      return toNumber(field.value as number);
    case 'floatSeries':
      return field[aggregate] === undefined ? undefined : toNumber(field[aggregate]);
    default:
      return undefined;
  }
}

/** The whole value as text, as it is copied. */
export function exactText(field: Field | undefined, aggregate: Aggregate = 'last'): string {
  if (!field) return '';
  // A whole number beyond 2^53 comes as text, which is exact.
  if (field.type === 'int') return String(field.value ?? '');
  const number = numberOf(field, aggregate);
  if (number !== undefined) return exactNumber(number);
  switch (field.type) {
    case 'floatSeries':
      return '';
    case 'stringSet':
      return Array.isArray(field.value) ? field.value.join(', ') : '';
    case 'file':
      return field.sha256 ?? '';
    default:
      return field.value === undefined ? '' : String(field.value);
  }
}

/** The value as it is shown on one line. */
export function shownText(field: Field | undefined, aggregate: Aggregate = 'last'): string {
  if (!field) return '';
  const number = numberOf(field, aggregate);
  if (number !== undefined) {
    if (field.path === 'sys/running_time') return formatDuration(number);
    if (field.path === 'sys/size') return formatSize(number);
    return field.type === 'int' ? exactText(field) : formatNumber(number);
  }
  switch (field.type) {
    case 'datetime':
      return formatTime(String(field.value));
    case 'file':
      return (
        [field.extension && `.${field.extension.replace(/^\./, '')}`, field.size !== undefined && formatSize(field.size)]
          .filter(Boolean)
          .join(' ') || 'file'
      );
    case 'fileSet':
    case 'fileSeries':
      return [field.count !== undefined && `${field.count} files`, field.size !== undefined && formatSize(field.size)]
        .filter(Boolean)
        .join(', ');
    default:
      return exactText(field, aggregate);
  }
}
