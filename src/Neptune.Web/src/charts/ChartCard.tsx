import { useRef, useState } from 'react';
import { Button } from '../ui/Button';
import { copyText } from '../ui/clipboard';
import { plural } from '../ui/format';
import { Icon } from '../ui/Icon';
import { LongText } from '../ui/LongText';
import { Menu, MenuItem } from '../ui/Menu';
import { describeError } from '../ui/states';
import { toast } from '../ui/toast';
import type { UrlUpdate } from '../ui/urlState';
import { useInView } from '../ui/useInView';
import { ChartTable } from './ChartTable';
import { saveChartCsv, saveChartPng } from './exports';
import type { ChartRun } from './lines';
import type { ChartSettings } from './settings';
import { type ChartState, useChart } from './useChart';

interface Props {
  project: string;
  path: string;
  runs: readonly ChartRun[];
  settings: ChartSettings;
  full?: boolean;
  onChange: UrlUpdate<ChartSettings>;
}

/** A place for a chart: the chart itself is there only while it can be seen. */
export function ChartCard(props: Props) {
  const card = useRef<HTMLElement>(null);
  const inView = useInView(card);
  return (
    <article ref={card} className="chart-card" data-full={props.full || undefined} aria-label={props.path}>
      {inView ? <ShownChart {...props} /> : <h4 className="chart-head">{props.path}</h4>}
    </article>
  );
}

function ShownChart({ project, path, runs, settings, full, onChange }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const { lines, fed, chart, ...status } = useChart(host, project, path, runs, settings, (zoom) => onChange({ zoom }, 'replace'));

  const savePng = () => {
    const canvas = chart.current?.canvas;
    if (canvas) saveChartPng(path, canvas, lines.current);
    else toast('The chart has nothing to save yet');
  };

  return (
    <>
      <header className="chart-head">
        <h4 className="grow">
          <LongText text={path} end={18} />
        </h4>
        {settings.zoom && (
          <Button size="small" look="plain" onClick={() => onChange({ zoom: undefined }, 'replace')}>
            Reset zoom
          </Button>
        )}
        {!full && (
          <Button look="plain" size="icon" aria-label={`${path} in full size`} onClick={() => onChange({ full: path })}>
            <Icon name="fullScreen" />
          </Button>
        )}
        <Menu
          align="end"
          trigger={
            <Button look="plain" size="icon" aria-label={`More of ${path}`}>
              <Icon name="more" />
            </Button>
          }
        >
          <MenuItem onSelect={() => setTable(true)}>
            <Icon name="table" />
            Values as a table
          </MenuItem>
          <MenuItem onSelect={savePng}>
            <Icon name="download" />
            Save as PNG
          </MenuItem>
          <MenuItem onSelect={() => saveChartCsv(path, fed.current)}>
            <Icon name="download" />
            Save as CSV
          </MenuItem>
          <MenuItem onSelect={() => void copyText(path, 'Path copied')}>
            <Icon name="copy" />
            Copy the path
          </MenuItem>
        </Menu>
      </header>
      <div className="chart-body">
        <div
          ref={host}
          className="chart"
          role="img"
          aria-label={`${path} of ${plural(runs.length, 'run')}; its values are a table in the menu`}
        />
        <ChartNotice {...status} />
      </div>
      {table && <ChartTable project={project} path={path} series={fed.current} onClose={() => setTable(false)} />}
    </>
  );
}

/** What there is to say of a chart besides its lines. */
function ChartNotice({ error, moreErrors, waiting, points }: Pick<ChartState, 'error' | 'moreErrors' | 'waiting' | 'points'>) {
  if (error) {
    const { title, detail } = describeError(error);
    return (
      <p className="chart-error">
        {title} {detail} {moreErrors > 0 && `(And ${moreErrors} more.)`}
      </p>
    );
  }
  if (points) return null;
  return waiting ? <span className="spinner chart-wait" /> : <p className="chart-empty">No points yet</p>;
}
