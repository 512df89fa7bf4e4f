import type { Num } from './types';

/** The number behind its JSON form; nothing stays NaN. */
export function toNumber(value: Num | undefined): number {
  return value === undefined ? Number.NaN : typeof value === 'number' ? value : Number(value);
}
