import { QueriesObserver, type QueryClient, type QueryObserverResult } from '@tanstack/react-query';
import type { SeriesColumns } from '../api/columns';
import { keys } from '../api/keys';
import type { ChartRun } from './lines';
import { stepsToFetch, stitch } from './lines';
import { loadSeries } from './seriesBatch';
import type { XAxis } from './settings';

export function seriesQuery(project: string, id: string, path: string, buckets: number, steps?: readonly [number, number]) {
  return {
    queryKey: keys.project(project, 'series', id, path, buckets, steps ?? 'all'),
    queryFn: () => loadSeries({ project, id, path, buckets, steps }),
    meta: { ids: [id], quiet: true },
    // A NaN is equal to nothing, so that comparing would find every answer new.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  };
}

export interface FeedAsk {
  project: string;
  path: string;
  runs: readonly ChartRun[];
  buckets: number;
  x: XAxis;
  zoom?: readonly [number, number];
}

export interface Fed {
  run: ChartRun;
  series: SeriesColumns;
}

/** What a feed brings; series that failed are missing. */
export interface Feed {
  series: readonly Fed[];
  errors: readonly Error[];
  /** Whether any series has not come yet. */
  waiting: boolean;
}

/**
 * Brings the series of a chart, from the cache or the server, and again when they change: first the whole, then for a
 * zoom its exact points. While the next are on their way the last ones stay.
 */
export class ChartFeed {
  private readonly ask: FeedAsk;
  private readonly tell: (feed: Feed) => void;
  private readonly whole: QueriesObserver;
  private readonly part: QueriesObserver;
  private readonly leave: (() => void)[];
  private steps?: readonly [number, number];

  constructor(client: QueryClient, ask: FeedAsk, tell: (feed: Feed) => void) {
    this.ask = ask;
    this.tell = tell;
    this.whole = new QueriesObserver(client, this.queries());
    this.part = new QueriesObserver(client, []);
    this.leave = [this.whole.subscribe(() => this.changed()), this.part.subscribe(() => this.changed())];
    this.changed();
  }

  stop(): void {
    for (const leave of this.leave) leave();
  }

  private queries(steps?: readonly [number, number]) {
    const { project, path, buckets, runs } = this.ask;
    return runs.map((run) => seriesQuery(project, run.id, path, buckets, steps));
  }

  private changed(): void {
    const whole = this.whole.getCurrentResult() as QueryObserverResult<SeriesColumns>[];
    const parts = this.fetchPart(whole);
    const fed: Fed[] = [];
    for (const [i, run] of this.ask.runs.entries()) {
      const series = whole[i]?.data;
      const part = parts[i]?.data;
      if (series) fed.push({ run, series: part ? stitch(series, part) : series });
    }
    const errors = [...whole, ...parts].map((result) => result.error).filter((error) => error !== null);
    this.tell({ series: fed, errors, waiting: whole.some((result) => result.isLoading) });
  }

  /** Asks for the exact points of the zoom, once the whole says which steps those are. */
  private fetchPart(whole: readonly QueryObserverResult<SeriesColumns>[]): QueryObserverResult<SeriesColumns>[] {
    const { zoom, x } = this.ask;
    const known = whole.map((result) => result.data).filter((series) => series !== undefined);
    if (!zoom || known.length === 0) return [];
    if (!this.steps && whole.every((result) => !result.isLoading)) {
      this.steps = stepsToFetch(known, x, zoom);
      if (this.steps) this.part.setQueries(this.queries(this.steps));
    }
    return this.steps ? (this.part.getCurrentResult() as QueryObserverResult<SeriesColumns>[]) : [];
  }
}
