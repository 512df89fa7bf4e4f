import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import RunsPage from '../runs/RunsPage';
import { Home } from './Home';
import { ProjectLayout } from './ProjectLayout';
import { RouteError } from './RouteError';

const page = (load: () => Promise<{ default: React.ComponentType }>) => async () => ({ Component: (await load()).default });

const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <span />,
    children: [
      { path: '/', element: <Home /> },
      {
        path: '/:ws/:name',
        element: <ProjectLayout />,
        children: [
          {
            errorElement: <RouteError />,
            children: [
              { index: true, element: <Navigate to="runs" replace /> },
              // Most visits begin here: the page comes with the frame, not after it.
              { path: 'runs', element: <RunsPage /> },
              { path: 'runs/:id/*', lazy: page(() => import('../run/RunPage')) },
              { path: 'models', lazy: page(() => import('../models/ModelsPage')) },
              { path: 'models/:id', lazy: page(() => import('../models/ModelPage')) },
              { path: 'models/:id/:versionId/*', lazy: page(() => import('../models/ModelVersionPage')) },
              { path: 'metadata/*', lazy: page(() => import('../project/ProjectPage')) },
              { path: 'trash', lazy: page(() => import('../trash/TrashPage')) },
            ],
          },
        ],
      },
    ],
  },
];

/** The app may be served under any prefix; the server writes it into the page's base address. */
export function createRouter() {
  return createBrowserRouter(routes, { basename: new URL(document.baseURI).pathname });
}
