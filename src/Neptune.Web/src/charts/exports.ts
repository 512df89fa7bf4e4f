import { csvLine, download } from '../ui/download';
import { exactNumber } from '../ui/format';
import type { Fed } from './chartFeed';
import { isDark, resolveColour, runColour } from './colours';
import type { Line } from './lines';

function fileName(path: string, extension: string): string {
  return `${path.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${extension}`;
}

/** What the chart shows, bucket by bucket; a bucket of one point is that point. */
export function chartCsv(path: string, series: readonly Fed[]): string {
  const head = csvLine(['run', 'path', 'first step', 'last step', 'time of the last', 'points', 'last', 'min', 'max', 'mean']);
  const number = (value: number) => (Number.isNaN(value) ? 'NaN' : exactNumber(value));
  return (
    head +
    series
      .flatMap(({ run, series: columns }) =>
        Array.from(columns.last, (_, i) =>
          csvLine([
            run.id,
            path,
            number(columns.firstStep[i]),
            number(columns.lastStep[i]),
            new Date(columns.lastTime[i]).toISOString(),
            columns.counts[i],
            number(columns.last[i]),
            number(columns.min[i]),
            number(columns.max[i]),
            number(columns.mean[i]),
          ]),
        ),
      )
      .join('')
  );
}

export function saveChartCsv(path: string, series: readonly Fed[]): void {
  download(fileName(path, 'csv'), new Blob([chartCsv(path, series)], { type: 'text/csv' }));
}

/** The picture with its title and the names of the runs. */
export function saveChartPng(path: string, canvas: HTMLCanvasElement, lines: readonly Line[]): void {
  const unit = devicePixelRatio;
  const columns = Math.max(1, Math.floor(canvas.width / (130 * unit)));
  const head = 30 * unit;
  const foot = (Math.ceil(lines.length / columns) * 18 + 10) * unit;
  const picture = document.createElement('canvas');
  picture.width = canvas.width;
  picture.height = canvas.height + head + foot;
  const ctx = picture.getContext('2d');
  if (!ctx) throw new Error('The browser has no canvas for the picture.');

  ctx.fillStyle = resolveColour('var(--back)');
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.fillStyle = resolveColour('var(--text)');
  ctx.font = `600 ${14 * unit}px system-ui, sans-serif`;
  ctx.fillText(path, 10 * unit, 20 * unit, picture.width - 20 * unit);
  ctx.drawImage(canvas, 0, head);
  ctx.font = `${12 * unit}px system-ui, sans-serif`;
  for (const [i, { run }] of lines.entries()) {
    const left = (10 + (i % columns) * 130) * unit;
    const top = canvas.height + head + (Math.floor(i / columns) * 18 + 14) * unit;
    ctx.fillStyle = runColour(run.key, isDark());
    ctx.fillRect(left, top - 9 * unit, 10 * unit, 10 * unit);
    ctx.fillStyle = resolveColour('var(--text)');
    ctx.fillText(run.id, left + 15 * unit, top, 110 * unit);
  }
  picture.toBlob((blob) => blob && download(fileName(path, 'png'), blob));
}
