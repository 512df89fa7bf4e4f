import { Link } from 'react-router';
import type { Row } from '../api/types';
import { textOf } from '../run/object';
import { Moment } from '../run/overview/Moment';
import { exactText, fieldOf, numberOf, shownText } from '../ui/fields';
import { objectLink } from '../ui/links';
import { ScrollTable } from '../ui/ScrollTable';
import { DeltaText } from './DeltaText';
import { stageOf } from './registry';
import { StageControl } from './StageControl';

interface Props {
  project: string;
  /** Newest first. */
  versions: readonly Row[];
  /** The paths of the metrics. */
  metrics: readonly string[];
}

/** Versions as rows, with their metrics and how these differ from those of the newest version in production. */
export function VersionTable({ project, versions, metrics }: Props) {
  const production = versions.find((version) => stageOf(version) === 'production');
  return (
    <ScrollTable label="Versions">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Stage</th>
          <th scope="col">Created</th>
          <th scope="col">Author</th>
          <th scope="col">Run</th>
          {metrics.map((path) => (
            <th key={path} scope="col" className="number">
              {path}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <VersionRow
            key={version.id}
            project={project}
            version={version}
            metrics={metrics}
            production={production === version ? undefined : production}
          />
        ))}
      </tbody>
    </ScrollTable>
  );
}

interface RowProps {
  project: string;
  version: Row;
  metrics: readonly string[];
  production?: Row;
}

function VersionRow({ project, version, metrics, production }: RowProps) {
  const run = textOf(version, 'run/id');
  const name = textOf(version, 'sys/name');
  return (
    <tr>
      <th scope="row">
        <Link to={objectLink(project, version)}>{version.id}</Link>
        {name !== '' && name !== unnamed && <div className="muted">{name}</div>}
      </th>
      <td>
        <StageControl project={project} version={version} />
      </td>
      <td>
        <Moment time={textOf(version, 'sys/creation_time')} />
      </td>
      <td>{textOf(version, 'sys/owner')}</td>
      <td>{run && <Link to={objectLink(project, { id: run, kind: 'run' })}>{run}</Link>}</td>
      {metrics.map((path) => {
        const field = fieldOf(version, path);
        return (
          <td key={path} className="number" title={exactText(field)}>
            <div>{shownText(field)}</div>
            <DeltaText path={path} value={numberOf(field)} reference={production && numberOf(fieldOf(production, path))} />
          </td>
        );
      })}
    </tr>
  );
}

/** What the SDK calls an object that nobody named. */
const unnamed = 'Untitled';
