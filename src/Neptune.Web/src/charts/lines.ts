import type { SeriesColumns } from '../api/columns';
import type { XAxis } from './settings';
import { smooth } from './smoothing';

/** A run as charts know it. */
export interface ChartRun {
  id: string;
  /** Its number within the project, from which its colour comes. */
  key: number;
}

/** A place where a value is not finite: it has no height, but it must be seen. */
export interface Mark {
  x: number;
  kind: 'NaN' | 'Infinity' | '-Infinity';
}

/** What is drawn of a series. A gap is NaN. */
export interface Line {
  run: ChartRun;
  xs: Float64Array;
  /** The last value of each bucket. */
  ys: Float64Array;
  low: Float64Array;
  high: Float64Array;
  /** Whether any bucket has more than one point, so that there is a band. */
  band: boolean;
  smoothed?: Float64Array;
  marks: readonly Mark[];
  steps: Float64Array;
  counts: Float64Array;
}

export function lineOf(run: ChartRun, series: SeriesColumns, x: XAxis, smoothing: number): Line {
  const { last, lastStep, counts, min, max, mean } = series;
  const xs = xsOf(series, x);
  const ys = finite(last);
  const marks: Mark[] = [];
  for (let i = 0; i < last.length; i++) {
    const kind = notFinite(last[i], min[i], max[i], mean[i]);
    if (kind) marks.push({ x: xs[i], kind });
  }
  return {
    run,
    xs,
    ys,
    low: finite(min),
    high: finite(max),
    band: counts.some((count) => count > 1),
    smoothed: smoothing > 0 ? smooth(ys, smoothing) : undefined,
    marks,
    steps: lastStep,
    counts,
  };
}

/** Where the points of a series stand on the x axis; times in seconds. */
export function xsOf(series: SeriesColumns, x: XAxis): Float64Array {
  if (x === 'step') return series.lastStep;
  const zero = x === 'relative' ? series.createdMs : 0;
  return series.lastTime.map((time) => (time - zero) / 1000);
}

/** Whatever of a bucket is not finite: its last value, an extreme, or (then its mean is none) a point between. */
function notFinite(last: number, min: number, max: number, mean: number): Mark['kind'] | undefined {
  if (!Number.isFinite(last)) return nameOf(last);
  if (max === Number.POSITIVE_INFINITY) return 'Infinity';
  if (min === Number.NEGATIVE_INFINITY) return '-Infinity';
  return Number.isNaN(mean) ? 'NaN' : undefined;
}

function nameOf(value: number): Mark['kind'] {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

function finite(values: Float64Array): Float64Array {
  return values.every(Number.isFinite) ? values : values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
}

/** The buckets of a part in place of those of the whole: outside of it the coarse ones stay. */
export function stitch(whole: SeriesColumns, part: SeriesColumns): SeriesColumns {
  const n = part.last.length;
  if (n === 0) return whole;
  const before = whole.lastStep.findIndex((step) => step >= part.firstStep[0]);
  const after = whole.firstStep.findIndex((step) => step > part.lastStep[n - 1]);
  const join = (a: Float64Array, b: Float64Array): Float64Array => {
    const head = a.subarray(0, before < 0 ? a.length : before);
    const tail = after < 0 ? a.subarray(a.length) : a.subarray(after);
    const result = new Float64Array(head.length + b.length + tail.length);
    result.set(head);
    result.set(b, head.length);
    result.set(tail, head.length + b.length);
    return result;
  };
  return {
    ...whole,
    firstStep: join(whole.firstStep, part.firstStep),
    lastStep: join(whole.lastStep, part.lastStep),
    lastTime: join(whole.lastTime, part.lastTime),
    counts: join(whole.counts, part.counts),
    min: join(whole.min, part.min),
    max: join(whole.max, part.max),
    mean: join(whole.mean, part.mean),
    last: join(whole.last, part.last),
  };
}

/**
 * The steps to fetch for a part of the x axis: all that any of the series has there. Undefined where every point in it
 * is known exactly already.
 */
export function stepsToFetch(all: readonly SeriesColumns[], x: XAxis, zoom: readonly [number, number]): [number, number] | undefined {
  let [from, to, coarse] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (const series of all) {
    const xs = xsOf(series, x);
    for (let i = 0; i < xs.length; i++) {
      const begin = i === 0 ? xs[0] : xs[i - 1];
      if (xs[i] < zoom[0] || begin > zoom[1]) continue;
      from = Math.min(from, series.firstStep[i]);
      to = Math.max(to, series.lastStep[i]);
      if (series.counts[i] > 1) coarse = true;
    }
  }
  if (!coarse) return undefined;
  return x === 'step' ? [zoom[0], zoom[1]] : [from, to];
}

/** The index of the point nearest to `x`; -1 where there is none. The xs ascend. */
export function nearest(xs: Float64Array, x: number): number {
  let [low, high] = [0, xs.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - xs[low - 1] < xs[low] - x ? low - 1 : high < 0 ? -1 : low;
}
