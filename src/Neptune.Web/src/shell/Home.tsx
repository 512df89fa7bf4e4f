import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { projectsQuery, useStore } from '../api/queries';
import { Empty, ErrorBox, Loading } from '../ui/states';
import { firstProject, projectLink } from './lastProject';

export function Home() {
  const { data: projects, error, refetch } = useQuery({ ...projectsQuery, refetchInterval: 2_000 });
  const { data: store } = useStore();
  if (error && !projects) return <ErrorBox error={error} onRetry={() => void refetch()} />;
  if (!projects) return <Loading what="Opening the store" />;

  const project = firstProject(projects);
  if (project) return <Navigate to={projectLink(project.name)} replace />;
  return (
    <Empty title="Nothing has been recorded in this store yet">
      {store && (
        <p>
          The store is <code>{store.folder}</code>. Record a run, and it shows here by itself:
        </p>
      )}
      <pre>{`using Neptune;

using var run = Run.Init(project: "me/first");
run["params/lr"] = 0.01;
run["train/loss"].Append(0.5);`}</pre>
    </Empty>
  );
}
