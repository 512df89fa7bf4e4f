import type { ProjectInfo } from '../api/types';

const key = 'neptune.project';

export function rememberProject(project: string): void {
  localStorage.setItem(key, project);
}

/** The project to open first: the last one that was open, else the first. */
export function firstProject(projects: readonly ProjectInfo[]): ProjectInfo | undefined {
  const last = localStorage.getItem(key);
  return projects.find((project) => project.name === last) ?? projects[0];
}

export function projectLink(project: string, rest = 'runs'): string {
  return `/${project.split('/').map(encodeURIComponent).join('/')}/${rest}`;
}
