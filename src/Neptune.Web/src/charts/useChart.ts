import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Chart } from './Chart';
import { ChartFeed, type Fed } from './chartFeed';
import { type ChartRun, type Line, lineOf } from './lines';
import type { ChartSettings } from './settings';

export interface ChartState {
  error?: Error;
  waiting: boolean;
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
  const [error, setError] = useState<Error>();
  const [waiting, setWaiting] = useState(true);
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
      (series, failure, isWaiting) => {
        setError(failure);
        setWaiting(isWaiting);
        if (series.length === 0 && isWaiting) return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => draw(series));
      },
    );
    return () => {
      cancelAnimationFrame(frame);
      feed.stop();
    };
  }, [client, host, project, path, runs, x, logX, logY, smoothing, zoom]);

  return { error, waiting, lines, fed, chart };
}

/** A bucket for about each pixel, in steps, so that a window that changes its width a little asks for nothing new. */
function bucketsFor(host: HTMLElement | null): number {
  const width = host?.clientWidth || 400;
  return Math.max(200, Math.min(2_000, Math.ceil(width / 200) * 200));
}
