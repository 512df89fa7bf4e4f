import '../../charts/charts.css';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { ChartCard } from '../../charts/ChartCard';
import { type ChartSettings, chartSettings } from '../../charts/settings';
import { objectLink } from '../../ui/links';
import { type UrlUpdate, useUrlState } from '../../ui/urlState';
import type { TabProps } from '../ObjectPage';

const mostCurves = 3;

/** The curves of the most telling metrics; one in full size is on the page of all charts. */
export default function Curves({ project, row, paths }: TabProps & { paths: readonly string[] }) {
  const [settings, update] = useUrlState(chartSettings);
  const navigate = useNavigate();
  const runs = useMemo(() => [{ id: row.id, key: row.key }], [row.id, row.key]);
  const charts = objectLink(project, row, 'charts');
  const change: UrlUpdate<ChartSettings> = (patch, how) =>
    patch.full === undefined ? update(patch, how) : void navigate(`${charts}?full=${encodeURIComponent(patch.full)}`);

  return (
    <section className="overview-curves" aria-label="Curves">
      <h2>
        Curves{' '}
        {paths.length > mostCurves && (
          <Link className="overview-more" to={charts}>
            all {paths.length}
          </Link>
        )}
      </h2>
      <h3 className="hidden-text">The most telling</h3>
      <div className="chart-grid">
        {paths.slice(0, mostCurves).map((path) => (
          <ChartCard key={path} project={project} path={path} runs={runs} settings={settings} onChange={change} />
        ))}
      </div>
    </section>
  );
}
