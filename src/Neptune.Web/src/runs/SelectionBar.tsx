import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postJson, projectPath } from '../api/client';
import { useStore } from '../api/queries';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { plural } from '../ui/format';
import { Icon } from '../ui/Icon';
import { toast } from '../ui/toast';
import type { Column } from './columns';
import { refreshRows } from './rowQueries';
import { fetchRows, saveCsv } from './selectedRows';

interface Props {
  project: string;
  keys: readonly number[];
  columns: readonly Column[];
  onShow: (ids: string[]) => void;
  onCompare: (ids: string[]) => void;
  onClear: () => void;
}

/** More lines than this nobody tells apart, and more objects than this no page should fetch. */
const mostChosen = 100;

/** What can be done with the rows that were selected. */
export function SelectionBar({ project, keys, columns, onShow, onCompare, onClear }: Props) {
  const client = useQueryClient();
  const { data: store } = useStore();
  const [asking, setAsking] = useState(false);

  const ids = async (limit = keys.length) => (await fetchRows(project, keys.slice(0, limit), [])).map((row) => row.id);
  const withIds = useMutation({
    mutationFn: async (use: (ids: string[]) => void) => use(await ids(mostChosen)),
    onSuccess: () => keys.length > mostChosen && toast(`Only the first ${mostChosen} of ${keys.length} runs are shown`),
  });
  const csv = useMutation({ mutationFn: () => saveCsv(project, keys, columns) });
  const trash = useMutation({
    mutationFn: async () => postJson(projectPath(project, 'trash'), { ids: await ids() }),
    onSuccess: async () => {
      setAsking(false);
      toast(`${plural(keys.length, 'run')} moved to the trash`);
      onClear();
      await refreshRows(client, project);
    },
  });

  return (
    <div className="selection-bar" role="toolbar" aria-label="Selected runs">
      <strong>{plural(keys.length, 'run')} selected</strong>
      <Button size="small" disabled={withIds.isPending} onClick={() => withIds.mutate(onShow)}>
        <Icon name="eye" />
        Show only these
      </Button>
      <Button size="small" disabled={withIds.isPending} onClick={() => withIds.mutate(onCompare)}>
        <Icon name="compare" />
        Side by side
      </Button>
      <Button size="small" disabled={csv.isPending} onClick={() => csv.mutate()}>
        <Icon name="download" />
        CSV
      </Button>
      <Button size="small" look="bad" disabled={store?.readOnly} onClick={() => setAsking(true)}>
        <Icon name="trash" />
        To the trash
      </Button>
      <Button size="small" look="plain" onClick={onClear}>
        Clear
      </Button>
      {asking && (
        <Dialog
          title={`Move ${plural(keys.length, 'run')} to the trash?`}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>Cancel</Button>
              <Button look="bad" disabled={trash.isPending} onClick={() => trash.mutate()}>
                Move to the trash
              </Button>
            </>
          }
        >
          <p>They leave the table and the searches. Trash in the navigation has them until they are restored or deleted for ever.</p>
        </Dialog>
      )}
    </div>
  );
}
