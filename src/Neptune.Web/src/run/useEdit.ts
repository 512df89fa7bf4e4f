import { useMutation, useQueryClient } from '@tanstack/react-query';
import { objectPath, patchJson } from '../api/client';
import { keys } from '../api/keys';
import { objectQuery } from '../api/queries';
import type { ObjectChanges, Row } from '../api/types';

/** Changes what people say of an object; the answer is on the page at once. */
export function useEdit(project: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: ObjectChanges) => patchJson<Row>(objectPath(project, id), changes),
    onSuccess: async (row) => {
      client.setQueryData(objectQuery(project, id).queryKey, row);
      await client.invalidateQueries({ queryKey: keys.project(project) });
    },
  });
}
