import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getJson, objectPath, projectPath } from './client';
import { keys } from './keys';
import type { FieldInfo, FieldType, ObjectKind, ProjectInfo, Row, StoreInfo } from './types';

export const storeQuery = queryOptions({
  queryKey: keys.store,
  queryFn: ({ signal }) => getJson<StoreInfo>('store', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const projectsQuery = queryOptions({
  queryKey: keys.projects,
  queryFn: ({ signal }) => getJson<ProjectInfo[]>('projects', {}, signal),
});

/** One object with all of its fields. */
export function objectQuery(project: string, id: string) {
  return queryOptions({
    queryKey: keys.project(project, 'object', id),
    queryFn: ({ signal }) => getJson<Row>(objectPath(project, id), {}, signal),
    meta: { ids: [id] },
  });
}

/** Fields whose paths have all the words of `search`, best first. */
export function fieldsQuery(project: string, kind: ObjectKind, search: string, types?: FieldType[], limit = 50) {
  return queryOptions({
    queryKey: keys.project(project, 'fields', kind, search, types ?? [], limit),
    queryFn: ({ signal }) =>
      getJson<{ fields: FieldInfo[]; more: boolean }>(
        projectPath(project, 'fields'),
        { search, kind, limit, types: types?.join(',') },
        signal,
      ),
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  });
}

export function useStore() {
  return useQuery(storeQuery);
}

export function useObject(project: string, id: string) {
  return useQuery(objectQuery(project, id));
}
