import { formatDuration, formatNumber, formatTime } from '../ui/format';
import { runColourCss } from './colours';
import { type Line, nearest } from './lines';
import type { XAxis } from './settings';

/** A value of a run at the cursor. */
export interface Reading {
  line: Line;
  index: number;
  value: number;
}

/** What each line has at the x that the cursor is at, highest first. Lines that end before it are left out. */
export function readingsAt(lines: readonly Line[], x: number, tolerance: number): Reading[] {
  const readings: Reading[] = [];
  for (const line of lines) {
    const index = nearest(line.xs, x);
    if (index < 0 || Math.abs(line.xs[index] - x) > Math.max(tolerance, gapAt(line.xs, index))) continue;
    readings.push({ line, index, value: (line.smoothed ?? line.ys)[index] });
  }
  return readings.sort((a, b) => (Number.isNaN(a.value) ? 1 : Number.isNaN(b.value) ? -1 : b.value - a.value));
}

/** The distance to the farther neighbour: within it the point is the one that is meant. */
function gapAt(xs: Float64Array, index: number): number {
  return Math.max(xs[index] - (xs[index - 1] ?? xs[index]), (xs[index + 1] ?? xs[index]) - xs[index]);
}

/** Fills the legend without React: it changes with every move of the pointer, in every chart. At most so many lines are named. */
export function fillLegend(
  box: HTMLElement,
  readings: readonly Reading[],
  x: number,
  axis: XAxis,
  near: string | undefined,
  most: number,
): void {
  const at = readings.findIndex((reading) => reading.line.run.id === near);
  const from = Math.max(0, Math.min(readings.length - most, at - most / 2));
  const head = document.createElement('div');
  head.className = 'legend-head';
  head.textContent = xText(x, axis, readings);
  const rows = readings.slice(from, from + most).map((reading) => legendRow(reading, reading.line.run.id === near));
  const rest = readings.length - rows.length;
  if (rest > 0) {
    const more = document.createElement('div');
    more.className = 'legend-head';
    more.textContent = `and ${rest} more`;
    rows.push(more);
  }
  box.replaceChildren(head, ...rows);
}

function legendRow({ line, index, value }: Reading, near: boolean): HTMLElement {
  const row = document.createElement('div');
  row.className = 'legend-row';
  if (near) row.dataset.near = '';
  const swatch = document.createElement('span');
  swatch.className = 'swatch';
  swatch.style.background = runColourCss(line.run.key);
  const name = document.createElement('span');
  name.textContent = line.run.id;
  const text = document.createElement('span');
  text.className = 'legend-value';
  const mark = line.marks.find((one) => one.x === line.xs[index]);
  text.textContent = mark ? (mark.kind === 'NaN' ? 'NaN' : mark.kind === 'Infinity' ? '∞' : '−∞') : formatNumber(value, 5);
  row.append(swatch, name, text);
  if (line.band && line.counts[index] > 1) {
    const range = document.createElement('span');
    range.className = 'muted';
    range.textContent = `${formatNumber(line.low[index], 3)} … ${formatNumber(line.high[index], 3)}`;
    row.append(range);
  }
  return row;
}

function xText(x: number, axis: XAxis, readings: readonly Reading[]): string {
  if (axis === 'time') return formatTime(x * 1000);
  if (axis === 'relative') return formatDuration(x);
  const [first] = readings;
  return `step ${formatNumber(first ? first.line.xs[first.index] : x)}`;
}
