import '../ui/page.css';
import './models.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { Row } from '../api/types';
import { textOf } from '../run/object';
import { objectsQuery } from '../run/objectsQuery';
import { Moment } from '../run/overview/Moment';
import { LongText } from '../ui/LongText';
import { objectLink } from '../ui/links';
import { ScrollTable } from '../ui/ScrollTable';
import { ErrorBox, Loading } from '../ui/states';
import { NoModels } from './NoModels';
import { modelKey, stageOf, type VersionsOf, versionsByModel } from './registry';
import { StageChip } from './StageChip';

const modelColumns = ['sys/name', 'sys/description', 'sys/creation_time'];
const versionColumns = ['sys/stage', 'sys/creation_time', 'sys/owner'];

/** All models of a project, each with its newest version and the one in production. */
export default function ModelsPage() {
  const { ws = '', name = '' } = useParams();
  const project = `${ws}/${name}`;
  const models = useQuery(objectsQuery(project, { kind: 'model' }, modelColumns));
  const versions = useQuery(objectsQuery(project, { kind: 'modelVersion' }, versionColumns));
  const byModel = useMemo(() => versionsByModel(versions.data?.rows ?? []), [versions.data]);
  const failed = [models, versions].find((query) => query.error && !query.data);

  return (
    <div className="page">
      <title>{`Models · ${project}`}</title>
      <h1>Models</h1>
      {failed ? (
        <ErrorBox error={failed.error} onRetry={() => void failed.refetch()} />
      ) : !models.data || !versions.data ? (
        <Loading what="Looking for models" />
      ) : models.data.rows.length === 0 ? (
        <NoModels />
      ) : (
        <>
          <ScrollTable label="Models">
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col" className="number">
                  Versions
                </th>
                <th scope="col">Newest version</th>
                <th scope="col">In production</th>
                <th scope="col">Created</th>
              </tr>
            </thead>
            <tbody>
              {models.data.rows.map((model) => (
                <ModelRow key={model.id} project={project} model={model} versions={byModel.get(model.id)} />
              ))}
            </tbody>
          </ScrollTable>
          {(models.data.more || versions.data.more) && (
            <p className="muted">
              Only the newest are here, and only they are counted. “neptune ls models” and “neptune ls versions” list all.
            </p>
          )}
        </>
      )}
    </div>
  );
}

function ModelRow({ project, model, versions }: { project: string; model: Row; versions?: VersionsOf }) {
  const name = textOf(model, 'sys/name');
  const description = textOf(model, 'sys/description');
  return (
    <tr>
      <th scope="row">
        <Link to={objectLink(project, model)}>{model.id}</Link>
        {name !== modelKey(model.id) && <div>{name}</div>}
        {description && (
          <div className="muted model-description">
            <LongText text={description} />
          </div>
        )}
      </th>
      <td className="number">{versions?.count ?? 0}</td>
      <td>
        <VersionLink project={project} version={versions?.newest} withStage />
      </td>
      <td>
        <VersionLink project={project} version={versions?.production} />
      </td>
      <td>
        <Moment time={textOf(model, 'sys/creation_time')} />
      </td>
    </tr>
  );
}

function VersionLink({ project, version, withStage }: { project: string; version?: Row; withStage?: boolean }) {
  if (!version) return <span className="muted">none</span>;
  return (
    <span className="row">
      <Link to={objectLink(project, version)}>{version.id}</Link>
      {withStage && <StageChip stage={stageOf(version)} />}
      <span className="muted">
        <Moment time={textOf(version, 'sys/creation_time')} />
      </span>
    </span>
  );
}
