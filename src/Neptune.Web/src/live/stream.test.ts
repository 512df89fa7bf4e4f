import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryDelay } from './backoff';
import type { FromStream } from './messages';
import { ChangeStream } from './stream';

/** The browser's event source as far as the stream uses it. */
class Source extends EventTarget {
  static readonly OPEN = 1;
  static all: Source[] = [];
  readyState = 0;
  onopen?: () => void;
  onerror?: () => void;

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    Source.all.push(this);
  }

  close(): void {
    this.readyState = 2;
  }

  say(name: string, data: unknown): void {
    if (this.readyState !== 1) {
      this.readyState = 1;
      this.onopen?.();
    }
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

let heard: FromStream[];
let stream: ChangeStream;
const last = () => Source.all[Source.all.length - 1];
const changes = () => heard.filter((message) => message.kind === 'change');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  Source.all = [];
  heard = [];
  stream = new ChangeStream((message) => heard.push(message));
  stream.watch('http://here/app/', ['me/p']);
});

afterEach(() => {
  stream.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('It opens one connection below the base address, and passes changes on', () => {
  stream.watch('http://here/app/', ['me/p']);
  last().say('change', { project: 'me/p', change: 5, ids: ['P-1'] });

  expect(Source.all.map((source) => source.url)).toEqual(['http://here/app/api/v2/live?projects=me%2Fp']);
  expect(changes()).toEqual([{ kind: 'change', project: 'me/p', change: 5, ids: ['P-1'] }]);
});

test('After a break it connects again, and what was missed is a change of everything', () => {
  last().say('hello', { changes: { 'me/p': 5 } });
  last().onerror?.();
  vi.advanceTimersByTime(20_000);
  last().say('hello', { changes: { 'me/p': 9 } });

  expect(Source.all).toHaveLength(2);
  expect(changes()).toEqual([{ kind: 'change', project: 'me/p', change: 9 }]);
  expect(heard.filter((message) => message.kind === 'status').map((message) => message.connected)).toEqual([true, false, true]);
});

test('Nothing is told of a break in which nothing changed', () => {
  last().say('hello', { changes: { 'me/p': 5 } });
  last().onerror?.();
  vi.advanceTimersByTime(20_000);
  last().say('hello', { changes: { 'me/p': 5 } });

  expect(changes()).toEqual([]);
});

test('A connection that is silent for long is taken for dead, one that gives signs of life is not', () => {
  for (let i = 0; i < 8; i++) {
    last().say('alive', {});
    vi.advanceTimersByTime(15_000);
  }
  expect(Source.all).toHaveLength(1);

  vi.advanceTimersByTime(50_000);
  expect(Source.all.length).toBeGreaterThan(1);
});

test('To wake it opens what is closed, and leaves alone what is open', () => {
  last().say('alive', {});
  stream.wake();
  expect(Source.all).toHaveLength(1);

  last().onerror?.();
  stream.wake();
  expect(Source.all).toHaveLength(2);
});

test('The wait between tries doubles up to a limit', () => {
  expect([1, 2, 3, 4, 10, 100].map((failures) => retryDelay(failures, 1))).toEqual([500, 1000, 2000, 4000, 15_000, 15_000]);
});
