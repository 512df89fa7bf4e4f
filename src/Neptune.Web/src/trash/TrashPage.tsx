import '../ui/page.css';
import './trash.css';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useStore } from '../api/queries';
import type { ObjectKind } from '../api/types';
import { objectsQuery } from '../run/objectsQuery';
import { useMove } from '../run/useMove';
import { Button } from '../ui/Button';
import { plural } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Empty, ErrorBox, Loading } from '../ui/states';
import { toast } from '../ui/toast';
import { DeleteDialog } from './DeleteDialog';
import { TrashTable } from './TrashTable';

const kinds: readonly ObjectKind[] = ['run', 'model', 'modelVersion'];
const columns = ['sys/name', 'sys/creation_time', 'sys/size'];
/** Of each kind; what is restored or deleted makes room for the rest. */
const most = 500;

/** What was thrown away: to be taken out again, or deleted for ever. */
export default function TrashPage() {
  const { ws = '', name = '' } = useParams();
  const project = `${ws}/${name}`;
  const { data: store } = useStore();
  const lists = useQueries({ queries: kinds.map((kind) => objectsQuery(project, { kind, trashed: true }, columns, most)) });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState(false);
  const restore = useMove(project, 'restore');

  const failed = lists.find((list) => list.error && !list.data);
  const rows = lists.flatMap((list) => list.data?.rows ?? []);
  const chosen = rows.filter((row) => marked.has(row.id));
  const fixed = store?.readOnly !== false;

  return (
    <div className="page">
      <title>{`Trash · ${project}`}</title>
      <h1>Trash</h1>
      {failed ? (
        <ErrorBox error={failed.error} onRetry={() => void failed.refetch()} />
      ) : lists.some((list) => !list.data) ? (
        <Loading what="Looking into the trash" />
      ) : rows.length === 0 ? (
        <Empty title="The trash is empty">
          <p>
            Runs, models and versions that are put into the trash leave all tables and searches, and wait here until they are restored or
            deleted for ever.
          </p>
        </Empty>
      ) : (
        <>
          <div className="row trash-bar">
            <Button
              disabled={fixed || chosen.length === 0 || restore.isPending}
              onClick={() =>
                restore.mutate(
                  chosen.map((row) => row.id),
                  { onSuccess: () => toast(`${plural(chosen.length, 'object is', 'objects are')} restored`) },
                )
              }
            >
              <Icon name="restore" />
              Restore
            </Button>
            <Button look="bad" disabled={fixed || chosen.length === 0} onClick={() => setDeleting(true)}>
              <Icon name="trash" />
              Delete for ever…
            </Button>
            <span className="muted" role="status">
              {chosen.length === 0 ? 'Nothing is chosen' : `${plural(chosen.length, 'object is', 'objects are')} chosen`}
            </span>
          </div>
          <TrashTable project={project} rows={rows} marked={marked} onMark={setMarked} />
          {lists.some((list) => list.data?.more) && (
            <p className="muted">Only the newest {most} of each kind are here. “neptune ls --trashed” lists all.</p>
          )}
        </>
      )}
      {deleting && <DeleteDialog project={project} rows={chosen} onClose={() => setDeleting(false)} />}
    </div>
  );
}
