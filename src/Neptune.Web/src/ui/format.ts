/** A number in at most `digits` significant digits; what is not zero never reads as zero. */
export function formatNumber(value: number, digits = 6): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Object.is(value, -0)) return '-0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e-4 && size < 1e9) return String(Number(value.toPrecision(digits)));
  return value
    .toExponential(digits - 2)
    .replace(/\.?0+e/, 'e')
    .replace('e+', 'e');
}

/** The number as a program would read it back, bit for bit. */
export function exactNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Seconds as "1 h 02 min", "3 min 20 s", "4.2 s" or "15 ms". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return formatNumber(seconds);
  if (seconds < 0) return `−${formatDuration(-seconds)}`;
  if (seconds === 0) return '0 s';
  if (seconds < 1) return `${formatNumber(seconds * 1000, 3)} ms`;
  if (seconds < 59.95) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  const [days, hours, minutes, rest] = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  if (days > 0) return `${days} d ${two(hours)} h`;
  if (hours > 0) return `${hours} h ${two(minutes)} min`;
  return `${minutes} min ${two(rest)} s`;
}

export function formatSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let value = bytes;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : Number(value.toPrecision(3))} ${units[unit]}`;
}

/** A moment in the reader's own time zone: "2026-11-30 14:05:09". */
export function formatTime(moment: string | number | Date): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return String(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** A long text for one line, in two parts: the second is the end, which stays in sight when the first is cut. */
export function splitEnds(text: string, end = 10): [string, string] {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= 2 * end) return [line, ''];
  // No half of a surrogate pair on either side.
  const at = line.length - end;
  const low = line.charCodeAt(at);
  const cut = low >= 0xdc00 && low <= 0xdfff ? at - 1 : at;
  return [line.slice(0, cut), line.slice(cut)];
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
