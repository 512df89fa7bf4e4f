import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys, type LiveMeta } from '../api/keys';
import { concerns, Refresher } from './refresh';

const query = (queryKey: readonly unknown[], meta?: LiveMeta) => ({ queryKey, meta });

test('A change concerns what is about the whole project, or about an object that changed', () => {
  const changed = new Set(['P-1']);

  expect(concerns(query(keys.project('me/p', 'order')), 'me/p', changed)).toBe(true);
  expect(concerns(query(keys.project('me/p', 'object', 'P-1'), { ids: ['P-1'] }), 'me/p', changed)).toBe(true);
  expect(concerns(query(keys.project('me/p', 'object', 'P-2'), { ids: ['P-2'] }), 'me/p', changed)).toBe(false);
  expect(concerns(query(keys.project('me/p', 'object', 'P-2'), { ids: ['P-2'] }), 'me/p', 'all')).toBe(true);
  expect(concerns(query(keys.project('me/q', 'order')), 'me/p', 'all')).toBe(false);
  expect(concerns(query(keys.project('me/p', 'file'), { live: false }), 'me/p', 'all')).toBe(false);
  expect(concerns(query(keys.projects), 'me/p', changed)).toBe(true);
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function watched() {
  const client = new QueryClient();
  const fetched = vi.fn(async () => 1);
  const leave = new QueryObserver(client, {
    queryKey: keys.project('me/p', 'order'),
    queryFn: fetched,
    staleTime: Number.POSITIVE_INFINITY,
  }).subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(10);
  fetched.mockClear();
  return { refresher: new Refresher(client, 'me/p'), fetched, leave };
}

test('Many changes are at most one refetch a second, and none is forgotten', async () => {
  const { refresher, fetched, leave } = await watched();

  for (let i = 0; i < 25; i++) {
    refresher.add(['P-1']);
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(5_000);

  expect(fetched).toHaveBeenCalledTimes(4);
  leave();
  refresher.stop();
});

test('A page that nobody sees fetches when it is seen again', async () => {
  const { refresher, fetched, leave } = await watched();

  Object.assign(document, { hidden: true });
  refresher.add(['P-1']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(fetched).not.toHaveBeenCalled();

  Object.assign(document, { hidden: false });
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(10);
  expect(fetched).toHaveBeenCalledTimes(1);
  leave();
  refresher.stop();
});
