import './series.css';
import { apiUrl, objectPath } from '../../api/client';
import type { Field } from '../../api/types';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { follow } from '../../ui/download';
import { type Aggregate, aggregates, numberOf } from '../../ui/fields';
import { exactNumber, formatNumber, formatTime } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import type { TabProps } from '../ObjectPage';
import { SeriesChart } from './SeriesChart';

interface Props extends TabProps {
  field: Field;
}

/** A float series: its chart, what it comes to, and its points as a file. */
export function SeriesView({ project, row, field }: Props) {
  if (!field.count) return <p className="muted">The series has no points yet.</p>;
  const csv = () =>
    follow(apiUrl(objectPath(project, row.id, 'points.csv'), { path: field.path }), `${row.id}_${field.path.replaceAll('/', '_')}.csv`);
  return (
    <div className="series-view">
      <dl className="aggregates">
        {aggregates.map((aggregate) => (
          <AggregateValue key={aggregate} field={field} aggregate={aggregate} />
        ))}
        <div>
          <dt>points</dt>
          <dd>{field.count.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>last step</dt>
          <dd>{String(field.lastStep)}</dd>
        </div>
        {field.lastTime && (
          <div>
            <dt>last time</dt>
            <dd title={field.lastTime}>{formatTime(field.lastTime)}</dd>
          </div>
        )}
      </dl>
      <SeriesChart project={project} row={row} path={field.path} />
      <div>
        <Button size="small" onClick={csv}>
          <Icon name="download" />
          All points as CSV
        </Button>
      </div>
    </div>
  );
}

function AggregateValue({ field, aggregate }: { field: Field; aggregate: Aggregate }) {
  const value = numberOf(field, aggregate);
  if (value === undefined) return null;
  return (
    <div>
      <dt>{aggregate}</dt>
      <dd className="row" title={exactNumber(value)}>
        {formatNumber(value)}
        <CopyButton text={exactNumber(value)} label={`Copy the ${aggregate}`} />
      </dd>
    </div>
  );
}
