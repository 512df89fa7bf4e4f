import './charts.css';
import { useMemo, useState } from 'react';
import type { Row } from '../api/types';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { plural } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Empty, Loading } from '../ui/states';
import { useUrlState } from '../ui/urlState';
import { useStable } from '../ui/useStable';
import { ChartCard } from './ChartCard';
import { ChartToolbar } from './ChartToolbar';
import { sectionsOf } from './sections';
import { chartSettings, filterOf } from './settings';

interface Props {
  project: string;
  /** The runs to show, with all of their fields. */
  runs: readonly Row[];
  loading: boolean;
}

/** A chart for each series of the runs, by namespace. */
export function ChartsPanel({ project, runs, loading }: Props) {
  const [read, onChange] = useUrlState(chartSettings);
  const settings = useStable(read);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());

  const found = useMemo(() => sectionsOf(runs, filterOf(settings.filter).matches), [runs, settings.filter]);
  // A run that trains is a new object every second; its charts are the same.
  const sections = useStable(found);
  const charts = sections.flatMap((section) => section.charts);
  const fullAt = charts.findIndex((chart) => chart.path === settings.full);

  const fold = (name: string) => {
    const next = new Set(folded);
    if (!next.delete(name)) next.add(name);
    setFolded(next);
  };

  return (
    <section className="charts" aria-label="Charts">
      <ChartToolbar settings={settings} onChange={onChange} />
      {charts.length === 0 && (loading ? <Loading what="Looking for charts" /> : <NoCharts runs={runs.length} filter={settings.filter} />)}
      {sections.map(({ name, charts: list }) => (
        <section key={name} className="chart-section" aria-label={name || 'Charts of no namespace'}>
          <h3>
            <button type="button" className="section-head" aria-expanded={!folded.has(name)} onClick={() => fold(name)}>
              <Icon name={folded.has(name) ? 'right' : 'down'} />
              {name || 'No namespace'}
              <span className="muted">{list.length}</span>
            </button>
          </h3>
          {!folded.has(name) && (
            <div className="chart-grid">
              {list.map((chart) => (
                <ChartCard key={chart.path} project={project} path={chart.path} runs={chart.runs} settings={settings} onChange={onChange} />
              ))}
            </div>
          )}
        </section>
      ))}
      {fullAt >= 0 && (
        <Dialog
          title={charts[fullAt].path}
          size="full"
          onClose={() => onChange({ full: undefined })}
          footer={
            <>
              <span className="muted grow">
                Chart {fullAt + 1} of {charts.length}, {plural(charts[fullAt].runs.length, 'run')}
              </span>
              <Button disabled={fullAt === 0} onClick={() => onChange({ full: charts[fullAt - 1].path }, 'replace')}>
                Chart before
              </Button>
              <Button disabled={fullAt === charts.length - 1} onClick={() => onChange({ full: charts[fullAt + 1].path }, 'replace')}>
                Next chart
              </Button>
            </>
          }
        >
          <ChartCard key={charts[fullAt].path} full project={project} {...charts[fullAt]} settings={settings} onChange={onChange} />
        </Dialog>
      )}
    </section>
  );
}

function NoCharts({ runs, filter }: { runs: number; filter: string }) {
  if (runs === 0) return <Empty title="No run is chosen">Open the eye of a run in the table, and its series are drawn here.</Empty>;
  if (filter !== '')
    return <Empty title="No series matches the filter">No path of a series of these runs matches the expression {filter}.</Empty>;
  return (
    <Empty title="These runs have no series of numbers">
      <p>A series is what a run appends to:</p>
      <pre>run["train/loss"].Append(loss);</pre>
    </Empty>
  );
}
