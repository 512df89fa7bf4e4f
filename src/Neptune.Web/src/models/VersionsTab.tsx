import '../ui/page.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TabProps } from '../run/ObjectPage';
import { objectsQuery } from '../run/objectsQuery';
import { ErrorBox, Loading } from '../ui/states';
import { NoVersions } from './NoVersions';
import { metricColumns, newestVersionsQuery } from './registry';
import { Usages } from './Usages';
import { VersionTable } from './VersionTable';

const factColumns = ['sys/name', 'sys/stage', 'sys/creation_time', 'sys/owner', 'run/id'];

/** The versions of a model, each against the one in production. */
export function VersionsTab({ project, row }: TabProps) {
  const search = { kind: 'modelVersion', model: row.id } as const;
  const newest = useQuery(newestVersionsQuery(project, row.id));
  const metrics = useMemo(() => metricColumns(newest.data ?? []), [newest.data]);
  const versions = useQuery({ ...objectsQuery(project, search, [...factColumns, ...metrics]), enabled: newest.data !== undefined });
  const failed = [newest, versions].find((query) => query.error && !query.data);
  const rows = versions.data?.rows;

  return (
    <div className="page">
      {failed ? (
        <ErrorBox error={failed.error} onRetry={() => void failed.refetch()} />
      ) : !rows ? (
        <Loading what="Looking for versions" />
      ) : rows.length === 0 ? (
        <NoVersions project={project} model={row.id} />
      ) : (
        <VersionTable project={project} versions={rows} metrics={metrics} />
      )}
      {versions.data?.more && <p className="muted">Only the newest are here. “neptune ls versions” lists all.</p>}
      <Usages project={project} row={row} />
    </div>
  );
}
