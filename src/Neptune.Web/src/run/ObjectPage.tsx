import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { Problem } from '../api/problem';
import { useObject } from '../api/queries';
import type { Row } from '../api/types';
import { objectLink, pageLink } from '../ui/links';
import { Empty, ErrorBox, Loading } from '../ui/states';
import { TabLinks } from '../ui/Tabs';
import './run.css';
import { MetadataTab } from './metadata/MetadataTab';
import { ObjectHeader } from './ObjectHeader';
import { hasFiles, isLog, isWithin } from './object';
import { processesOf } from './series/processes';

const ChartsTab = lazy(() => import('./series/ChartsTab'));
const FilesTab = lazy(() => import('./files/FilesTab'));
const LogsTab = lazy(() => import('./logs/LogsTab'));
const SourceTab = lazy(() => import('./source/SourceTab'));

export interface TabProps {
  project: string;
  row: Row;
}

export interface ObjectTab {
  /** Its part of the address; "" is the page's own. */
  to: string;
  label: string;
  page: (props: TabProps) => ReactNode;
  /** A tab that would be empty is left out, unless it is the one that is open. */
  has?: (row: Row) => boolean;
}

export const commonTabs: readonly ObjectTab[] = [
  { to: 'fields', label: 'All metadata', page: MetadataTab },
  {
    to: 'charts',
    label: 'Charts',
    page: (props) => <ChartsTab {...props} of="metrics" />,
    has: (row) => row.fields.some((field) => field.type === 'floatSeries' && !isWithin(field.path, 'monitoring')),
  },
  { to: 'files', label: 'Files', page: (props) => <FilesTab {...props} />, has: (row) => row.fields.some(hasFiles) },
  {
    to: 'logs',
    label: 'Logs',
    page: (props) => <LogsTab {...props} />,
    has: (row) => row.fields.some(isLog),
  },
  {
    to: 'monitoring',
    label: 'Monitoring',
    page: (props) => <ChartsTab {...props} of="monitoring" />,
    has: (row) =>
      processesOf(row.fields).length > 0 || row.fields.some((field) => field.type === 'floatSeries' && isWithin(field.path, 'monitoring')),
  },
  {
    to: 'source',
    label: 'Source',
    page: (props) => <SourceTab {...props} />,
    has: (row) => row.fields.some((field) => isWithin(field.path, 'source_code')),
  },
];

interface Props {
  project: string;
  id: string;
  /** Which tab is open; "" for the first. */
  tab: string;
  tabs: readonly ObjectTab[];
  extra?: (row: Row) => ReactNode;
}

/** The page of a run, a model, a version or a project: what it is called, and tabs with everything it has. */
export function ObjectPage({ project, id, tab, tabs, extra }: Props) {
  const { data: row, error, refetch } = useObject(project, id);

  if (!row && error instanceof Problem && error.status === 404)
    return (
      <Empty title={`There is no ${id} in ${project}`}>
        <p>It may have been deleted, or it is in another project or another store.</p>
        <p>
          <Link to={pageLink(project, 'trash')}>Look into the trash</Link>
        </p>
      </Empty>
    );
  if (!row) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what={`Opening ${id}`} />;

  const shown = tabs.filter((one) => one.to === tab || (one.has?.(row) ?? true));
  const Page = tabs.find((one) => one.to === tab)?.page;
  return (
    <div className="object-page">
      <title>{`${row.id} · ${project}`}</title>
      <ObjectHeader project={project} row={row} extra={extra?.(row)} />
      <TabLinks
        label={`Parts of ${row.id}`}
        links={shown.map(({ to, label }) => ({ to: objectLink(project, row, to), label, end: to === '' }))}
      />
      <div className="object-body">
        <Suspense fallback={<Loading what="Opening" />}>
          {Page ? (
            <Page project={project} row={row} />
          ) : (
            <Empty title={`There is no part “${tab}” of ${row.id}`}>
              <p>
                <Link to={objectLink(project, row)}>To its first page</Link>
              </p>
            </Empty>
          )}
        </Suspense>
      </div>
    </div>
  );
}
