import { useQueries } from '@tanstack/react-query';
import type { Row } from '../api/types';
import { textOf } from '../run/object';
import { objectsQuery } from '../run/objectsQuery';
import { useMove } from '../run/useMove';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { plural } from '../ui/format';
import { ErrorBox, Loading } from '../ui/states';
import { toast } from '../ui/toast';
import { doomed } from './doomed';
import { kindNames } from './TrashTable';

interface Props {
  project: string;
  rows: readonly Row[];
  onClose: () => void;
}

/** Names everything that goes before it goes. */
export function DeleteDialog({ project, rows, onClose }: Props) {
  const versions = useQueries({
    queries: rows
      .filter((row) => row.kind === 'model')
      .flatMap((model) =>
        [false, true].map((trashed) => objectsQuery(project, { kind: 'modelVersion', model: model.id, trashed }, ['sys/name'])),
      ),
  });
  const remove = useMove(project, 'delete');
  const failed = versions.find((query) => query.error && !query.data);
  const known = versions.every((query) => query.data);
  const { named, along } = doomed(
    rows,
    versions.flatMap((query) => query.data?.rows ?? []),
  );
  const count = plural(named.length + along.length, 'object');

  return (
    <Dialog
      title={`Delete ${count} for ever?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="bad"
            disabled={!known || remove.isPending}
            onClick={() =>
              remove.mutate(
                named.map((row) => row.id),
                {
                  onSuccess: () => {
                    toast(`Deleted ${count}`);
                    onClose();
                  },
                },
              )
            }
          >
            Delete for ever
          </Button>
        </>
      }
    >
      {failed && <ErrorBox error={failed.error} onRetry={() => void failed.refetch()} />}
      {!known && !failed && <Loading what="Looking for what goes along" />}
      <p>This goes with all its fields, series and files, and nothing brings it back:</p>
      <ul className="doomed">
        {named.map((row) => (
          <Named key={row.id} row={row} />
        ))}
        {along.map((row) => (
          <Named key={row.id} row={row} note={row.trashed ? 'with its model' : 'with its model, though it is not in the trash'} />
        ))}
      </ul>
    </Dialog>
  );
}

function Named({ row, note }: { row: Row; note?: string }) {
  return (
    <li>
      {kindNames[row.kind]} <strong>{row.id}</strong> {textOf(row, 'sys/name')} {note && <span className="muted">({note})</span>}
    </li>
  );
}
