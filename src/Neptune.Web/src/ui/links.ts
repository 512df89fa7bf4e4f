import type { ObjectKind } from '../api/types';

/** The address of a page within the app. */
export function pageLink(project: string, ...parts: string[]): string {
  return `/${[...project.split('/'), ...parts].map(encodeURIComponent).join('/')}`;
}

export interface Linked {
  id: string;
  kind: ObjectKind;
  modelId?: string;
}

/** The page of an object, or one of its tabs. */
export function objectLink(project: string, { id, kind, modelId }: Linked, tab?: string): string {
  const rest = tab ? [tab] : [];
  switch (kind) {
    case 'run':
      return pageLink(project, 'runs', id, ...rest);
    case 'model':
      return pageLink(project, 'models', id, ...rest);
    case 'modelVersion':
      return pageLink(project, 'models', modelId ?? id.slice(0, id.lastIndexOf('-')), id, ...rest);
    case 'project':
      return pageLink(project, 'metadata', ...rest);
  }
}

/** The page at which one field of an object is shown. */
export function fieldLink(project: string, object: Linked, path: string): string {
  return `${objectLink(project, object, 'fields')}?field=${encodeURIComponent(path)}`;
}
