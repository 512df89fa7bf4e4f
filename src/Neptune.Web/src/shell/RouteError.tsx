import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Empty, ErrorBox } from '../ui/states';

export function RouteError() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ErrorBox error={error} onRetry={() => location.reload()} />;
  return (
    <Empty title="There is no such page">
      <p>
        <Link to="/">Go to the project</Link>
      </p>
    </Empty>
  );
}
