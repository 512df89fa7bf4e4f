import type { Query, QueryClient } from '@tanstack/react-query';
import type { LiveMeta } from '../api/keys';

/** At most one round of refetches in this time, in milliseconds. */
const pause = 1_000;

/** Which objects changed since the last round; "all" when that is not known. */
type Changed = Set<string> | 'all';

export function concerns(query: Pick<Query, 'queryKey' | 'meta'>, project: string, changed: Changed): boolean {
  const { queryKey } = query;
  const meta = query.meta as LiveMeta | undefined;
  if (meta?.live === false) return false;
  if (queryKey[0] === 'projects') return true;
  if (queryKey[0] !== 'project' || queryKey[1] !== project) return false;
  return changed === 'all' || meta?.ids === undefined || meta.ids.some((id) => changed.has(id));
}

/**
 * Fetches again what changes concern: at once, then at most once a second, never two rounds at a time, and not while
 * nobody sees the page.
 */
export class Refresher {
  private readonly client: QueryClient;
  private readonly project: string;
  private changed: Changed = new Set();
  private running = false;
  private stopped = false;

  constructor(client: QueryClient, project: string) {
    this.client = client;
    this.project = project;
    document.addEventListener('visibilitychange', this.run);
  }

  add(ids?: readonly string[]): void {
    if (!ids) this.changed = 'all';
    else if (this.changed !== 'all') for (const id of ids) this.changed.add(id);
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    document.removeEventListener('visibilitychange', this.run);
  }

  private readonly run = async (): Promise<void> => {
    if (this.running) return;
    this.running = true;
    while (!this.stopped && !document.hidden && (this.changed === 'all' || this.changed.size > 0)) {
      const changed = this.changed;
      this.changed = new Set();
      const rest = new Promise((done) => setTimeout(done, pause));
      // A refetch that is under way may have missed the change: it is awaited, and the next round follows it.
      await this.client.invalidateQueries({ predicate: (query) => concerns(query, this.project, changed) }, { cancelRefetch: true });
      await rest;
    }
    this.running = false;
  };
}
