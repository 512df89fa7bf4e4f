import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Chart } from './Chart';
import { ChartFeed, type Fed } from './chartFeed';
import { type ChartRun, type Line, lineOf } from './lines';
import type { ChartSettings } from './settings';

/** What the parts of React show of a chart. */
interface ChartStatus {
  error?: Error;
  /** How many series failed besides. */
  moreErrors: number;
  waiting: boolean;
  points: boolean;
}

export interface ChartState extends ChartStatus {
  /** What the chart shows at the moment, for its table and its files. */
  lines: RefObject<readonly Line[]>;
  fed: RefObject<readonly Fed[]>;
  chart: RefObject<Chart | undefined>;
}

/** Feeds the chart in `host`. React hears only of what its own parts show: an error, and whether there is anything yet. */
export function useChart(
  host: RefObject<HTMLElement | null>,
  project: string,
  path: string,
  runs: readonly ChartRun[],
  settings: ChartSettings,
  onZoom: (zoom: readonly [number, number] | undefined) => void,
): ChartState {
  const client = useQueryClient();
  const chart = useRef<Chart>(undefined);
  const lines = useRef<readonly Line[]>([]);
  const fed = useRef<readonly Fed[]>([]);
  const zoomTo = useRef(onZoom);
  zoomTo.current = onZoom;
  const [status, setStatus] = useState<ChartStatus>({ moreErrors: 0, waiting: true, points: false });
  const { x, logX, logY, smoothing, zoom } = settings;

  useEffect(() => {
    if (!host.current) return;
    const made = new Chart(host.current, { onZoom: (range) => zoomTo.current(range) });
    chart.current = made;
    return () => {
      chart.current = undefined;
      made.destroy();
    };
  }, [host]);

  useEffect(() => {
    const draw = (series: readonly Fed[]) => {
      fed.current = series;
      lines.current = series.map(({ run, series: columns }) => lineOf(run, columns, x, smoothing));
      chart.current?.update(lines.current, { x, logX, logY, zoom });
    };
    let frame = 0;
    const feed = new ChartFeed(
      client,
      { project, path, runs, buckets: bucketsFor(host.current), x, zoom },
      ({ series, errors, waiting }) => {
        const points = series.some(({ series: { last } }) => last.length > 0);
        const next = { error: errors[0], moreErrors: errors.length - 1, waiting, points };
        setStatus((before) => (sameStatus(before, next) ? before : next));
        if (series.length === 0 && waiting) return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => draw(series));
      },
    );
    return () => {
      cancelAnimationFrame(frame);
      feed.stop();
    };
  }, [client, host, project, path, runs, x, logX, logY, smoothing, zoom]);

  return { ...status, lines, fed, chart };
}

function sameStatus(a: ChartStatus, b: ChartStatus): boolean {
  return a.error === b.error && a.moreErrors === b.moreErrors && a.waiting === b.waiting && a.points === b.points;
}

/** A bucket for about each pixel, in steps, so that a window that changes its width a little asks for nothing new. */
function bucketsFor(host: HTMLElement | null): number {
  const width = host?.clientWidth || 400;
  return Math.max(200, Math.min(2_000, Math.ceil(width / 200) * 200));
}
