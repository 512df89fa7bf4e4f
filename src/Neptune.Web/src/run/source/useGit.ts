import { useQuery } from '@tanstack/react-query';
import { getJson, objectPath } from '../../api/client';
import { keys } from '../../api/keys';
import type { GitInfo, Row } from '../../api/types';

export function useGit(project: string, row: Row, path: string) {
  return useQuery({
    queryKey: keys.project(project, 'git', row.id, path),
    queryFn: ({ signal }) => getJson<GitInfo>(objectPath(project, row.id, 'git'), { path }, signal),
    meta: { ids: [row.id] },
  });
}
