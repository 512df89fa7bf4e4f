import { useQuery } from '@tanstack/react-query';
import { getJson, objectPath } from '../../api/client';
import { keys } from '../../api/keys';
import type { Entry } from '../../api/types';

/** The files in a file set, an artifact, a file series or a zip. */
export function useEntries(project: string, id: string, path: string) {
  return useQuery({
    queryKey: keys.project(project, 'entries', id, path),
    queryFn: ({ signal }) => getJson<{ entries: Entry[]; more: boolean }>(objectPath(project, id, 'entries'), { path }, signal),
    meta: { ids: [id] },
  });
}
