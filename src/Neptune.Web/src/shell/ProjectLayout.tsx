import { useEffect, useState } from 'react';
import { NavLink, Outlet, useParams } from 'react-router';
import { useStore } from '../api/queries';
import { useLive } from '../live/useLive';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { projectLink, rememberProject } from './lastProject';
import { ProjectSwitcher } from './ProjectSwitcher';
import { ThemeMenu } from './ThemeMenu';

const sections = [
  { to: 'runs', label: 'Runs', icon: 'runs' },
  { to: 'models', label: 'Models', icon: 'models' },
  { to: 'metadata', label: 'Project metadata', icon: 'metadata' },
  { to: 'trash', label: 'Trash', icon: 'trash' },
] as const;

const foldedKey = 'neptune.nav';

/** The frame around every page of a project. */
export function ProjectLayout() {
  const { ws = '', name = '' } = useParams();
  const project = `${ws}/${name}`;
  const connected = useLive(project);
  const { data: store } = useStore();
  const [folded, setFolded] = useState(() => localStorage.getItem(foldedKey) === 'folded');

  useEffect(() => rememberProject(project), [project]);
  useEffect(() => localStorage.setItem(foldedKey, folded ? 'folded' : ''), [folded]);

  return (
    <div className="shell" data-folded={folded || undefined}>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <header className="side">
        <div className="side-top">
          <ProjectSwitcher project={project} />
        </div>
        <nav aria-label="Project">
          <ul>
            {sections.map(({ to, label, icon }) => (
              <li key={to}>
                <NavLink to={projectLink(project, to)} className="side-link" title={label}>
                  <Icon name={icon} />
                  <span>{label}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="side-foot">
          {!connected && (
            <span className="offline" role="status">
              Not connected
            </span>
          )}
          {store?.readOnly && <span className="chip">Read only</span>}
          <ThemeMenu />
          <Button
            look="plain"
            size="icon"
            className="fold"
            aria-label="Fold the navigation"
            aria-pressed={folded}
            onClick={() => setFolded(!folded)}
          >
            <Icon name="fold" />
          </Button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet key={project} />
      </main>
    </div>
  );
}
