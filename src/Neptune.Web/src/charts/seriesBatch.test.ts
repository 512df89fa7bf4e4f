import { afterEach, expect, test, vi } from 'vitest';
import { loadSeries } from './seriesBatch';

const asked: { series: { id: string; path: string }[]; fromStep?: number }[] = [];

/** A server that answers each series with one bucket, whose last value is the number in the id; "gone" it refuses. */
function serve(): void {
  vi.stubGlobal('document', { baseURI: 'http://here/app/' });
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const body = JSON.parse(init.body as string);
    asked.push(body);
    const series = body.series.map((one: { id: string; path: string }) =>
      one.path === 'gone'
        ? { ...one, count: 0, buckets: 0, createdMs: 0, error: 'no such series' }
        : { ...one, count: 1, buckets: 1, createdMs: 0 },
    );
    let header = JSON.stringify({ series, columns: ['firstStep', 'lastStep', 'lastTime', 'count', 'min', 'max', 'mean', 'last'] });
    header = header.padEnd(Math.ceil((4 + header.length) / 8) * 8 - 4);
    const values = series.flatMap((one: { id: string; buckets: number }) => Array(one.buckets * 8).fill(Number(one.id)));
    const bytes = new Uint8Array(4 + header.length + values.length * 8);
    new DataView(bytes.buffer).setUint32(0, header.length, true);
    bytes.set(new TextEncoder().encode(header), 4);
    bytes.set(new Uint8Array(Float64Array.from(values).buffer), 4 + header.length);
    return new Response(bytes);
  });
}

afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

test('All series that are asked for at once travel in one request', async () => {
  serve();

  const series = await Promise.all(['1', '2', '3'].map((id) => loadSeries({ project: 'me/p', id, path: 'loss', buckets: 500 })));

  expect(series.map((one) => one.last[0])).toEqual([1, 2, 3]);
  expect(asked).toHaveLength(1);
});

test('Another part of the steps is another request', async () => {
  serve();

  await Promise.all([
    loadSeries({ project: 'me/p', id: '1', path: 'loss', buckets: 500 }),
    loadSeries({ project: 'me/p', id: '1', path: 'loss', buckets: 500, steps: [5, 9] }),
  ]);

  expect(asked.map((body) => body.fromStep)).toEqual([undefined, 5]);
});

test('A series that cannot be read does not spoil the others', async () => {
  serve();

  const results = await Promise.allSettled([
    loadSeries({ project: 'me/p', id: '1', path: 'gone', buckets: 500 }),
    loadSeries({ project: 'me/p', id: '2', path: 'loss', buckets: 500 }),
  ]);

  expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled']);
  expect((results[0] as PromiseRejectedResult).reason).toMatchObject({
    message: 'gone of 1 has nothing to draw.',
    detail: 'no such series',
  });
});
