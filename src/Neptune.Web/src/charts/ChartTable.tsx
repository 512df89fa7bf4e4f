import { useRef } from 'react';
import { apiUrl, objectPath } from '../api/client';
import { Dialog } from '../ui/Dialog';
import { exactNumber, formatTime, plural } from '../ui/format';
import { useFixedRows } from '../ui/useFixedRows';
import type { Fed } from './chartFeed';

const rowHeight = 26;

/** The numbers behind a chart, for those who read rather than look. */
export function ChartTable({
  project,
  path,
  series,
  onClose,
}: {
  project: string;
  path: string;
  series: readonly Fed[];
  onClose: () => void;
}) {
  return (
    <Dialog title={`${path}: what the chart shows`} size="wide" onClose={onClose}>
      <p className="muted">
        A row is one point, or where a run has more points than the chart has pixels, a bucket of several with their extremes. Every point
        of a run:{' '}
        {series.map(({ run }) => (
          <span key={run.id}>
            <a href={apiUrl(objectPath(project, run.id, 'points.csv'), { path })} download>
              {run.id}
            </a>{' '}
          </span>
        ))}
      </p>
      <Rows series={series} />
    </Dialog>
  );
}

function Rows({ series }: { series: readonly Fed[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const ends: number[] = [];
  for (const { series: columns } of series) ends.push((ends[ends.length - 1] ?? 0) + columns.last.length);
  const total = ends[ends.length - 1] ?? 0;
  const fixed = useFixedRows(scroller, total, rowHeight, rowHeight);

  return (
    <section
      ref={scroller}
      className="chart-table"
      aria-label={`${plural(total, 'row')} of values`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
    >
      <table aria-rowcount={total + 1}>
        <thead>
          <tr>
            {['Run', 'Steps', 'Time', 'Points', 'Last', 'Min', 'Max', 'Mean'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr style={{ height: fixed.top(fixed.first) }} />
          {Array.from({ length: Math.max(0, fixed.end - fixed.first) }, (_, i) => {
            const index = fixed.first + i;
            const at = ends.findIndex((end) => index < end);
            const { run, series: columns } = series[at];
            const row = index - (at === 0 ? 0 : ends[at - 1]);
            return (
              <tr key={index} aria-rowindex={index + 2}>
                <th scope="row">{run.id}</th>
                <td>
                  {columns.counts[row] > 1 && `${exactNumber(columns.firstStep[row])} – `}
                  {exactNumber(columns.lastStep[row])}
                </td>
                <td>{formatTime(columns.lastTime[row])}</td>
                <td>{columns.counts[row]}</td>
                {[columns.last, columns.min, columns.max, columns.mean].map((column, j) => (
                  <td key={j}>{exactNumber(column[row])}</td>
                ))}
              </tr>
            );
          })}
          <tr style={{ height: Math.max(0, fixed.height - fixed.top(fixed.end)) }} />
        </tbody>
      </table>
    </section>
  );
}
