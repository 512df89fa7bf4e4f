import { useParams } from 'react-router';
import { commonTabs, ObjectPage, type ObjectTab } from './ObjectPage';
import { OverviewTab } from './overview/OverviewTab';

const tabs: readonly ObjectTab[] = [{ to: '', label: 'Overview', page: OverviewTab }, ...commonTabs];

export default function RunPage() {
  const { ws = '', name = '', id = '', '*': tab = '' } = useParams();
  return <ObjectPage key={id} project={`${ws}/${name}`} id={id} tab={tab.replace(/\/$/, '')} tabs={tabs} />;
}
