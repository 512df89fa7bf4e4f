import { formatDuration } from '../ui/format';
import type { Line } from './lines';

export type Range = readonly [number, number];

/** Labels of ticks with just the digits that tell them apart; a small number never reads as zero. */
export function tickLabels(ticks: readonly number[]): string[] {
  const known = ticks.filter((tick) => tick !== null);
  const largest = Math.max(...known.map(Math.abs), 0);
  let apart = Number.POSITIVE_INFINITY;
  for (let i = 1; i < known.length; i++) apart = Math.min(apart, Math.abs(known[i] - known[i - 1]));
  if (!Number.isFinite(apart) || apart === 0) apart = largest || 1;

  const scientific = largest > 0 && (largest < 1e-3 || largest >= 1e6);
  const place = lastPlace(apart);
  const digits = Math.max(0, Math.floor(Math.log10(largest || 1) + 1e-9) - place);
  const decimals = Math.max(0, -place);
  return ticks.map((tick) => {
    if (tick === null) return '';
    if (tick === 0) return '0';
    return scientific
      ? tick
          .toExponential(Math.min(15, digits))
          .replace(/\.?0+e/, 'e')
          .replace('e+', 'e')
      : trim(tick.toFixed(Math.min(20, decimals)));
  });
}

/** The power of ten of the last digit that a distance needs: 2.5 and its like need one more than 2. */
function lastPlace(distance: number): number {
  const power = Math.floor(Math.log10(distance) + 1e-9);
  const lead = distance / 10 ** power;
  return Math.abs(lead - Math.round(lead)) > 1e-6 ? power - 1 : power;
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** More decades than this are marked by their powers only. */
const mostDecades = 12;

/**
 * The powers of ten and their multiples between two values above zero; in a part of a decade that has few of them, even
 * steps. uPlot's own search for them never ends on an axis that begins just below a power, at 0.0996 for one.
 */
export function logTicks(min: number, max: number): number[] {
  if (!(min > 0 && max > min && max < Number.POSITIVE_INFINITY)) return [];
  const [first, last] = [Math.floor(Math.log10(min)), Math.floor(Math.log10(max))];
  const leads = last - first > mostDecades ? [1] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const ticks: number[] = [];
  for (let power = first; power <= last; power++) ticks.push(...leads.map((lead) => Number(`${lead}e${power}`)));
  const inside = ticks.filter((tick) => tick >= min && tick <= max);
  return inside.length >= 3 ? inside : evenTicks(min, max);
}

function evenTicks(min: number, max: number): number[] {
  const power = Math.floor(Math.log10((max - min) / 3));
  const step = [5, 2, 1].map((lead) => Number(`${lead}e${power}`)).find((one) => (max - min) / one >= 3) ?? max - min;
  const from = Math.ceil(min / step);
  return Array.from({ length: Math.floor(max / step) - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

/** Powers of ten have labels of their own, between them there are none. */
export function logLabels(ticks: readonly number[]): string[] {
  const powers = ticks.filter((tick) => tick > 0 && Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9)).length;
  return ticks.map((tick) => {
    if (!(tick > 0)) return '';
    const power = Math.log10(tick);
    if (powers > 1 && Math.abs(power - Math.round(power)) > 1e-9) return '';
    return tick >= 1e-3 && tick < 1e6
      ? String(Number(tick.toPrecision(6)))
      : tick
          .toExponential(3)
          .replace(/\.?0+e/, 'e')
          .replace('e+', 'e');
  });
}

const [minute, hour, day] = [60, 3_600, 86_400];

/** Distances between ticks that are whole in the unit in which a duration is told. */
export const durationSteps: number[] = [
  ...[-6, -5, -4, -3, -2, -1].flatMap((power) => [1, 2, 5].map((lead) => Number(`${lead}e${power}`))),
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((power) => [1, 2, 5].map((lead) => Number(`${lead}e${power}`) * day)),
];

export function durationLabels(ticks: readonly number[]): string[] {
  return ticks.map((tick) => (tick === null ? '' : tick === 0 ? '0' : formatDuration(tick)));
}

/** The range of an axis with some room; one value alone stands in its middle, zero too. */
export function padded(min: number, max: number, log: boolean, part = 0.05): Range {
  if (!(min <= max)) return log ? [0.1, 10] : [0, 1];
  if (log) {
    const [low, high] = [Math.log10(min), Math.log10(max)];
    const room = low === high ? 0.3 : (high - low) * part;
    return [10 ** (low - room), 10 ** (high + room)];
  }
  const room = min === max ? Math.abs(min) * 0.1 || 1 : (max - min) * part;
  return [min - room, max + room];
}

/** From the first to the last x of all lines; on a logarithmic axis of those above zero. */
export function xRange(lines: readonly Line[], log: boolean): Range {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { xs } of lines)
    for (const x of xs) {
      if (log && x <= 0) continue;
      if (x < min) min = x;
      if (x > max) max = x;
    }
  return min < max ? [min, max] : padded(min, max, log);
}

/** From the lowest to the highest value that is seen between two xs, bands included. */
export function yRange(lines: readonly Line[], [from, to]: Range, log: boolean): Range {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const look = (value: number) => {
    if (Number.isNaN(value) || (log && value <= 0)) return;
    if (value < min) min = value;
    if (value > max) max = value;
  };
  for (const line of lines)
    for (let i = 0; i < line.xs.length; i++) {
      if (line.xs[i] < from || line.xs[i] > to) continue;
      look(line.ys[i]);
      look(line.low[i]);
      look(line.high[i]);
    }
  return padded(min, max, log);
}
