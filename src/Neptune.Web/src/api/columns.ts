/** One series of an answer in columns: `buckets` values in each column. A bucket of one point is that point. */
export interface SeriesColumns {
  id: string;
  path: string;
  /** Points of the whole series, or of the range asked for. */
  count: number;
  /** When the object was created, in Unix milliseconds: the zero of relative time. */
  createdMs: number;
  error?: string;
  firstStep: Float64Array;
  lastStep: Float64Array;
  /** Unix milliseconds. */
  lastTime: Float64Array;
  counts: Float64Array;
  /** Without NaN; NaN where the bucket has nothing else. */
  min: Float64Array;
  max: Float64Array;
  mean: Float64Array;
  last: Float64Array;
}

interface Header {
  series: { id: string; path: string; count: number; buckets: number; createdMs: number; error?: string }[];
  columns: string[];
}

/** Reads `application/vnd.neptune.columns`. */
export function decodeColumns(buffer: ArrayBuffer): SeriesColumns[] {
  if (buffer.byteLength < 4) throw new Error('The answer in columns is too short: it has no header.');
  const view = new DataView(buffer);
  const length = view.getUint32(0, true);
  if (4 + length > buffer.byteLength) throw new Error(`The answer in columns was cut: its header has ${length} bytes.`);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Header;

  const values = header.series.reduce((sum, series) => sum + series.buckets * header.columns.length, 0);
  if (4 + length + values * 8 !== buffer.byteLength)
    throw new Error(`The answer in columns has ${buffer.byteLength} bytes instead of ${4 + length + values * 8}.`);

  let offset = 4 + length;
  const column = (buckets: number): Float64Array => {
    const from = offset;
    offset += buckets * 8;
    if (littleEndian) return new Float64Array(buffer, from, buckets);
    return Float64Array.from({ length: buckets }, (_, i) => view.getFloat64(from + i * 8, true));
  };

  return header.series.map((series) => {
    const columns = Object.fromEntries(header.columns.map((name) => [name, column(series.buckets)]));
    const { id, path, count, createdMs, error } = series;
    const { firstStep, lastStep, lastTime, min, max, mean, last } = columns;
    return { id, path, count, createdMs, error, firstStep, lastStep, lastTime, counts: columns.count, min, max, mean, last };
  });
}

/** Reads the little-endian keys of `order`. */
export function decodeKeys(buffer: ArrayBuffer): Int32Array {
  if (buffer.byteLength % 4 !== 0) throw new Error(`The order has ${buffer.byteLength} bytes, which is no list of keys.`);
  if (littleEndian) return new Int32Array(buffer);
  const view = new DataView(buffer);
  return Int32Array.from({ length: buffer.byteLength / 4 }, (_, i) => view.getInt32(i * 4, true));
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
