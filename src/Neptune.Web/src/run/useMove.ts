import { useMutation, useQueryClient } from '@tanstack/react-query';
import { postJson, projectPath } from '../api/client';
import { keys } from '../api/keys';

/** Puts objects into the trash, takes them out, or deletes for ever what is in it: all of them or none. */
export function useMove(project: string, how: 'trash' | 'restore' | 'delete') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => postJson<void>(projectPath(project, how), { ids }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.projects });
      return client.invalidateQueries({ queryKey: keys.project(project) });
    },
  });
}
