import { lazy, Suspense } from 'react';
import type { TabProps } from '../ObjectPage';
import { Facts } from './Facts';
import { FieldTable } from './FieldTable';
import { mainMetrics, mainParameters, parameterName } from './metrics';

const Curves = lazy(() => import('./Curves'));

/** So many that the curves are in sight, too. */
const mostRows = 12;

/** What people want to know of an object first. */
export function OverviewTab({ project, row }: TabProps) {
  const metrics = mainMetrics(row.fields);
  const parameters = mainParameters(row.fields);
  const curves = metrics.filter((field) => field.type === 'floatSeries' && (field.count ?? 0) > 1).map(({ path }) => path);
  return (
    <div className="overview">
      <Facts project={project} row={row} />
      <FieldTable
        title="Metrics"
        project={project}
        row={row}
        fields={metrics.slice(0, mostRows)}
        more={metrics.length - mostRows}
        empty={
          <p>
            Numbers like <code>run["test/auc"] = 0.93</code> and series like <code>run["train/loss"].Append(loss)</code> show here.
          </p>
        }
      />
      <FieldTable
        title="Parameters"
        project={project}
        row={row}
        fields={parameters.slice(0, mostRows)}
        more={parameters.length - mostRows}
        nameOf={parameterName}
        empty={
          <p>
            What is below <code>params</code>, such as <code>run["params/lr"] = 0.1</code>, shows here.
          </p>
        }
      />
      {curves.length > 0 && (
        <Suspense>
          <Curves project={project} row={row} paths={curves} />
        </Suspense>
      )}
    </div>
  );
}
