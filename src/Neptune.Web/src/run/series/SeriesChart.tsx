import '../../charts/charts.css';
import { useMemo } from 'react';
import { ChartCard } from '../../charts/ChartCard';
import { chartSettings } from '../../charts/settings';
import { useUrlState } from '../../ui/urlState';
import type { TabProps } from '../ObjectPage';

/** The chart of one series; how it is drawn is in the address, as on pages with many. */
export function SeriesChart({ project, row, path }: TabProps & { path: string }) {
  const [settings, onChange] = useUrlState(chartSettings);
  const runs = useMemo(() => [{ id: row.id, key: row.key }], [row.id, row.key]);
  return (
    <div className="series-chart">
      <h3 className="hidden-text">Chart</h3>
      <ChartCard full project={project} path={path} runs={runs} settings={settings} onChange={onChange} />
    </div>
  );
}
