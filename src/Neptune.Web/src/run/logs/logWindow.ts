import type { StringPoint } from '../../api/types';

/** The part of a string series that is in the page, ordered by step. */
export interface LogWindow {
  points: StringPoint[];
  moreBefore: boolean;
  moreAfter: boolean;
}

/** More than this are not kept: what is far from where one reads goes, and is fetched again when one comes back. */
export const mostPoints = 10_000;

export function joinAfter(window: LogWindow, points: readonly StringPoint[], more: boolean): LogWindow {
  const all = [...window.points, ...points];
  const cut = Math.max(all.length - mostPoints, 0);
  return { points: cut > 0 ? all.slice(cut) : all, moreBefore: window.moreBefore || cut > 0, moreAfter: more };
}

export function joinBefore(window: LogWindow, points: readonly StringPoint[], more: boolean): LogWindow {
  const all = [...points, ...window.points];
  return { points: all.slice(0, mostPoints), moreBefore: more, moreAfter: window.moreAfter || all.length > mostPoints };
}
