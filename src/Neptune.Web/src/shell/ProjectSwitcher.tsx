import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { projectsQuery } from '../api/queries';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Menu, MenuItem, MenuLabel } from '../ui/Menu';
import { projectLink } from './lastProject';

export function ProjectSwitcher({ project }: { project: string }) {
  const { data: projects = [] } = useQuery(projectsQuery);
  const navigate = useNavigate();
  return (
    <Menu
      trigger={
        <Button look="plain" className="switcher" aria-label={`Project ${project}, switch`}>
          <span className="cut">{project}</span>
          <Icon name="down" />
        </Button>
      }
    >
      <MenuLabel>Projects of this store</MenuLabel>
      {projects.map((one) => (
        <MenuItem key={one.name} onSelect={() => navigate(projectLink(one.name))}>
          {one.name === project ? <Icon name="check" /> : <span className="icon-space" />}
          <span className="grow cut">{one.name}</span>
          <span className="muted">{one.runs.toLocaleString('en')} runs</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
