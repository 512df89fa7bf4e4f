import { expect, test } from 'vitest';
import { decodeColumns, decodeKeys } from './columns';

const names = ['firstStep', 'lastStep', 'lastTime', 'count', 'min', 'max', 'mean', 'last'];

function encode(series: { id: string; path: string; columns: number[][]; error?: string }[]): ArrayBuffer {
  const header = {
    series: series.map(({ id, path, columns, error }) => ({ id, path, count: 7, buckets: columns[0].length, createdMs: 1000, error })),
    columns: names,
  };
  let text = JSON.stringify(header);
  while ((4 + new TextEncoder().encode(text).length) % 8 !== 0) text += ' ';
  const head = new TextEncoder().encode(text);
  const values = series.flatMap((one) => one.columns.flat());
  const buffer = new ArrayBuffer(4 + head.length + values.length * 8);
  const view = new DataView(buffer);
  view.setUint32(0, head.length, true);
  new Uint8Array(buffer, 4, head.length).set(head);
  for (const [i, value] of values.entries()) view.setFloat64(4 + head.length + i * 8, value, true);
  return buffer;
}

test('Columns of several series come back with their values, also those that are not finite', () => {
  const columns = names.map((_, i) => [i, i + 0.5]);
  columns[7] = [Number.NaN, Number.POSITIVE_INFINITY];
  const answer = decodeColumns(
    encode([
      { id: 'CLS-1', path: 'train/lößß', columns },
      { id: 'CLS-2', path: 'x', columns: names.map((_, i) => [-i]) },
    ]),
  );

  expect(answer.map((one) => [one.id, one.path, one.count, one.createdMs])).toEqual([
    ['CLS-1', 'train/lößß', 7, 1000],
    ['CLS-2', 'x', 7, 1000],
  ]);
  expect([...answer[0].min]).toEqual([4, 4.5]);
  expect([...answer[0].last]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  expect([...answer[1].counts]).toEqual([-3]);
});

test('A series that could not be read says why and has no values', () => {
  const [series] = decodeColumns(encode([{ id: 'CLS-1', path: 'gone', columns: names.map(() => []), error: 'no such series' }]));

  expect(series.error).toBe('no such series');
  expect(series.last).toHaveLength(0);
});

test('An answer that was cut is refused', () => {
  const whole = encode([{ id: 'CLS-1', path: 'x', columns: names.map(() => [1]) }]);

  expect(() => decodeColumns(whole.slice(0, whole.byteLength - 8))).toThrow(/instead of/);
  expect(() => decodeColumns(whole.slice(0, 20))).toThrow(/was cut/);
  expect(() => decodeColumns(new ArrayBuffer(2))).toThrow(/too short/);
});

test('Keys come in their order, and half a key is refused', () => {
  expect([...decodeKeys(Int32Array.from([3, 1, 70000]).buffer)]).toEqual([3, 1, 70000]);
  expect(() => decodeKeys(new ArrayBuffer(5))).toThrow(/no list of keys/);
});
