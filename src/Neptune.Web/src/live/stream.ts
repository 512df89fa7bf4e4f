import { retryDelay } from './backoff';
import type { FromStream } from './messages';

/** The server says something at least every 15 s. Silence this long means a dead connection: a sleep, another network. */
const silence = 40_000;
const lookEvery = 5_000;

/**
 * The event stream of some projects. It connects again by itself, with back-off, also after a server restart and a
 * sleep; what was missed meanwhile comes as one change of the whole project.
 */
export class ChangeStream {
  private source?: EventSource;
  private failures = 0;
  private retry?: ReturnType<typeof setTimeout>;
  private clock?: ReturnType<typeof setInterval>;
  private heard = 0;
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

  /** Connects anew at once where there is no connection: the network came back, or somebody looks at the page again. */
  wake(): void {
    if (this.url && (this.source?.readyState !== EventSource.OPEN || Date.now() - this.heard > silence)) this.open();
  }

  close(): void {
    this.url = '';
    this.open();
  }

  private open(): void {
    clearTimeout(this.retry);
    clearInterval(this.clock);
    this.source?.close();
    this.source = undefined;
    if (!this.url) return;

    this.heard = Date.now();
    this.clock = setInterval(() => Date.now() - this.heard > silence && this.open(), lookEvery);
    const source = new EventSource(this.url);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.tell({ kind: 'status', connected: true });
    };
    source.onerror = () => {
      if (source !== this.source) return;
      source.close();
      this.failures++;
      this.tell({ kind: 'status', connected: false });
      this.retry = setTimeout(() => this.open(), retryDelay(this.failures));
    };
    this.hear(source, 'alive', () => undefined);
    this.hear(source, 'hello', ({ changes }: { changes: Record<string, number> }) => this.hello(changes));
    this.hear(source, 'change', (event: { project: string; change: number; ids?: string[] | null }) => {
      this.seen.set(event.project, event.change);
      this.tell({ kind: 'change', project: event.project, change: event.change, ids: event.ids ?? undefined });
    });
  }

  private hear<T>(source: EventSource, name: string, use: (data: T) => void): void {
    source.addEventListener(name, (event) => {
      if (source !== this.source) return;
      this.heard = Date.now();
      use(JSON.parse((event as MessageEvent<string>).data));
    });
  }

  /** How far the projects are: one that is farther than when it was last heard of has changes that nobody told. */
  private hello(changes: Record<string, number>): void {
    for (const [project, change] of Object.entries(changes)) {
      const before = this.seen.get(project);
      this.seen.set(project, change);
      if (before !== undefined && before !== change) this.tell({ kind: 'change', project, change });
    }
  }
}
