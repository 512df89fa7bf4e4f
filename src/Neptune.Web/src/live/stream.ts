import { retryDelay } from './backoff';
import type { FromStream } from './messages';

/** A pause of the clock this long means that the machine slept, and that the connection may be dead without saying so. */
const sleep = 30_000;
const tick = 5_000;

/**
 * The event stream of some projects. It connects again by itself, with back-off, also after a server restart and a
 * sleep; what was missed meanwhile comes as one change of the whole project.
 */
export class ChangeStream {
  private source?: EventSource;
  private failures = 0;
  private retry?: ReturnType<typeof setTimeout>;
  private clock?: ReturnType<typeof setInterval>;
  private lastTick = 0;
  private url = '';
  private readonly seen = new Map<string, number>();
  private readonly tell: (message: FromStream) => void;

  constructor(tell: (message: FromStream) => void) {
    this.tell = tell;
  }

  /** Goes on with exactly these projects. */
  watch(base: string, projects: readonly string[]): void {
    const url = new URL('api/v2/live', base);
    url.searchParams.set('projects', [...projects].sort().join(','));
    const next = projects.length === 0 ? '' : url.href;
    if (next === this.url) return;
    this.url = next;
    this.failures = 0;
    this.open();
  }

  /** Connects anew at once: the network came back, or the page was asleep. */
  wake(): void {
    if (this.url && this.source?.readyState !== EventSource.OPEN) this.open();
  }

  close(): void {
    this.url = '';
    this.open();
  }

  private open(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
    this.watchClock();
    if (!this.url) return;

    const source = new EventSource(this.url);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.tell({ kind: 'status', connected: true });
    };
    source.onerror = () => {
      if (source !== this.source) return;
      this.tell({ kind: 'status', connected: false });
      source.close();
      this.failures++;
      this.retry = setTimeout(() => this.open(), retryDelay(this.failures));
    };
    source.addEventListener('hello', (event) => this.hello(JSON.parse(event.data)));
    source.addEventListener('change', (event) => this.change(JSON.parse(event.data)));
  }

  private hello(changes: Record<string, number>): void {
    for (const [project, change] of Object.entries(changes)) {
      const before = this.seen.get(project);
      this.seen.set(project, change);
      if (before !== undefined && before !== change) this.tell({ kind: 'change', project, change });
    }
  }

  private change(event: { project: string; change: number; ids?: string[] }): void {
    this.seen.set(event.project, event.change);
    this.tell({ kind: 'change', ...event });
  }

  private watchClock(): void {
    clearInterval(this.clock);
    if (!this.url) return;
    this.lastTick = Date.now();
    this.clock = setInterval(() => {
      const pause = Date.now() - this.lastTick;
      this.lastTick = Date.now();
      if (pause > sleep) this.open();
    }, tick);
  }
}
