import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { projectsQuery } from '../api/queries';
import { commonTabs, ObjectPage, type ObjectTab } from '../run/ObjectPage';
import { Empty, ErrorBox, Loading } from '../ui/states';
import { ProjectOverview } from './ProjectOverview';

const tabs: readonly ObjectTab[] = [{ to: '', label: 'Overview', page: ProjectOverview }, ...commonTabs];

/** The fields of the project itself, as those of any other object. */
export default function ProjectPage() {
  const { ws = '', name = '', '*': tab = '' } = useParams();
  const { data: projects, error, refetch } = useQuery(projectsQuery);
  if (!projects) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what="Looking for the project" />;

  const project = `${ws}/${name}`;
  const found = projects.find((one) => one.name === project);
  if (!found) return <Empty title={`There is no project ${project} in this store`} />;
  return <ObjectPage project={project} id={found.key} tab={tab.replace(/\/$/, '')} tabs={tabs} />;
}
