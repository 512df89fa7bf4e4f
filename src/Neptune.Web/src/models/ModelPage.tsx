import './models.css';
import { useParams } from 'react-router';
import { commonTabs, ObjectPage, type ObjectTab } from '../run/ObjectPage';
import { VersionsTab } from './VersionsTab';

const tabs: readonly ObjectTab[] = [{ to: '', label: 'Versions', page: VersionsTab }, ...commonTabs];

/** A model: its versions, and what is said of it. `tab` comes from where the address of a version has its id. */
export default function ModelPage() {
  const { ws = '', name = '', id = '', versionId: tab = '' } = useParams();
  return <ObjectPage key={id} project={`${ws}/${name}`} id={id} tab={tab} tabs={tabs} />;
}
