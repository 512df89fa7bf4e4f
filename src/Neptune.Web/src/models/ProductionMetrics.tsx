import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { TabProps } from '../run/ObjectPage';
import { objectsQuery } from '../run/objectsQuery';
import { mainMetrics } from '../run/overview/metrics';
import { exactText, fieldOf, numberOf, shownText } from '../ui/fields';
import { fieldLink, objectLink } from '../ui/links';
import { PathText } from '../ui/PathText';
import { DeltaText } from './DeltaText';
import { stageOf } from './registry';

/** The metrics of a version beside those of the newest other version in production. */
export function ProductionMetrics({ project, row }: TabProps) {
  const metrics = mainMetrics(row.fields);
  const search = { kind: 'modelVersion', model: row.modelId, query: '`sys/stage`:string = "production"' } as const;
  const { data } = useQuery({
    ...objectsQuery(project, search, ['sys/stage', ...metrics.map(({ path }) => path)]),
    enabled: row.modelId !== undefined && metrics.length > 0,
  });
  const production = data?.rows.find((one) => one.id !== row.id);

  return (
    <section aria-label="Metrics" className="production-metrics">
      <h2>Metrics</h2>
      {metrics.length === 0 ? (
        <p className="muted">
          Numbers like <code>version["test/auc"] = 0.93</code> show here, beside those of the version in production.
        </p>
      ) : (
        <>
          {!production && data && (
            <p className="muted">
              {stageOf(row) === 'production' ? 'No other version is in production' : 'No version is in production'} to compare with.
            </p>
          )}
          <table className="field-table">
            <thead>
              <tr>
                <th scope="col">Metric</th>
                <th scope="col">{row.id}</th>
                {production && (
                  <>
                    <th scope="col">
                      <Link to={objectLink(project, production)}>{production.id}</Link> in production
                    </th>
                    <th scope="col">Difference</th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {metrics.map((field) => {
                const other = production && fieldOf(production, field.path);
                return (
                  <tr key={field.path}>
                    <th scope="row">
                      <Link to={fieldLink(project, row, field.path)}>
                        <PathText path={field.path} />
                      </Link>
                    </th>
                    <td className="number" title={exactText(field)}>
                      {shownText(field)}
                    </td>
                    {production && (
                      <>
                        <td className="number" title={exactText(other)}>
                          {shownText(other)}
                        </td>
                        <td className="number">
                          <DeltaText path={field.path} value={numberOf(field)} reference={numberOf(other)} />
                        </td>
                      </>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
