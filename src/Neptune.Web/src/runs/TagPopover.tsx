import { useMutation, useQueryClient } from '@tanstack/react-query';
import { objectPath, patchJson } from '../api/client';
import { objectQuery, useObject, useStore } from '../api/queries';
import type { ObjectChanges, Row } from '../api/types';
import { fieldOf } from '../ui/fields';
import { Popover } from '../ui/Popover';
import { TagEditor } from '../ui/TagEditor';
import { refreshRows } from './rowQueries';

interface Props {
  project: string;
  row: Row;
  at: DOMRect;
  /** Tags of the rows in sight. */
  known: readonly string[];
  onClose: () => void;
}

export function TagPopover({ project, row, at, known, onClose }: Props) {
  const client = useQueryClient();
  const { data: store } = useStore();
  const { data } = useObject(project, row.id);
  const tags = fieldOf(data ?? row, 'sys/tags')?.value;
  const change = useMutation({
    mutationFn: (changes: ObjectChanges) => patchJson<Row>(objectPath(project, row.id), changes),
    onSuccess: async (next) => {
      client.setQueryData(objectQuery(project, row.id).queryKey, next);
      await refreshRows(client, project);
    },
  });

  return (
    <Popover label={`Tags of ${row.id}`} open at={at} onOpenChange={(open) => open || onClose()}>
      <TagEditor
        tags={Array.isArray(tags) ? tags : []}
        known={known}
        disabled={store?.readOnly}
        onAdd={(tag) => change.mutate({ addTags: [tag] })}
        onRemove={(tag) => change.mutate({ removeTags: [tag] })}
      />
    </Popover>
  );
}
