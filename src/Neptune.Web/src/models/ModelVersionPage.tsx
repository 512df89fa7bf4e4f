import './models.css';
import { useParams } from 'react-router';
import { commonTabs, ObjectPage, type ObjectTab } from '../run/ObjectPage';
import ModelPage from './ModelPage';
import { StageControl } from './StageControl';
import { VersionOverview } from './VersionOverview';

const tabs: readonly ObjectTab[] = [{ to: '', label: 'Overview', page: VersionOverview }, ...commonTabs];

/** A version of a model; or, as a model's id and a slash begin the ids of no version, a tab of the model. */
export default function ModelVersionPage() {
  const { ws = '', name = '', id = '', versionId = '', '*': tab = '' } = useParams();
  if (!versionId.startsWith(`${id}-`)) return <ModelPage />;
  const project = `${ws}/${name}`;
  return (
    <ObjectPage
      key={versionId}
      project={project}
      id={versionId}
      tab={tab.replace(/\/$/, '')}
      tabs={tabs}
      extra={(row) => <StageControl project={project} version={row} />}
    />
  );
}
