import './series.css';
import { useMemo } from 'react';
import { ChartsPanel } from '../../charts/ChartsPanel';
import type { TabProps } from '../ObjectPage';
import { isWithin } from '../object';
import { Processes } from './Processes';

interface Props extends TabProps {
  of: 'metrics' | 'monitoring';
}

/** A chart for each float series: of what the program logged, or of the machine and the runtime while it ran. */
export default function ChartsTab({ project, row, of }: Props) {
  const runs = useMemo(
    () => [{ ...row, fields: row.fields.filter((field) => isWithin(field.path, 'monitoring') === (of === 'monitoring')) }],
    [row, of],
  );
  return (
    <div className="charts-tab">
      <h2 className="hidden-text">{of === 'monitoring' ? 'Monitoring' : 'Charts'}</h2>
      {of === 'monitoring' && <Processes project={project} row={row} />}
      <ChartsPanel project={project} runs={runs} loading={false} />
    </div>
  );
}
