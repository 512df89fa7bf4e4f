import { useState } from 'react';
import { useLocation } from 'react-router';
import { useStore } from '../api/queries';
import type { Row } from '../api/types';
import { Button } from '../ui/Button';
import { copyText } from '../ui/clipboard';
import { EditableText } from '../ui/EditableText';
import { formatDuration } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { StateDot } from '../ui/StateDot';
import { TagEditor } from '../ui/TagEditor';
import { toast } from '../ui/toast';
import { isActive, runningTime, stateOf, tagsOf, textOf } from './object';
import { useEdit } from './useEdit';
import { useMove } from './useMove';
import { useNow } from './useNow';

interface Props {
  project: string;
  row: Row;
  /** More of the kind of object: the stage of a version. */
  extra?: React.ReactNode;
}

/** What an object is called and how it is, on every page of it. */
export function ObjectHeader({ project, row, extra }: Props) {
  const { data: store } = useStore();
  const location = useLocation();
  const edit = useEdit(project, row.id);
  const trash = useMove(project, 'trash');
  const restore = useMove(project, 'restore');
  const fixed = store?.readOnly !== false;

  return (
    <header className="object-header">
      <div className="object-title">
        <h1>
          <span className="object-id">{row.id}</span>
          <EditableText
            label="name"
            text={textOf(row, 'sys/name')}
            placeholder="No name"
            disabled={fixed || row.kind === 'project'}
            onSave={(name) => edit.mutate({ name })}
          />
        </h1>
        <div className="object-actions">
          <Button size="small" onClick={() => void copyText(window.location.origin + hrefOf(location), 'Copied the link')}>
            <Icon name="link" />
            Copy link
          </Button>
          {row.kind !== 'project' &&
            (row.trashed ? (
              <Button
                size="small"
                disabled={store?.readOnly || restore.isPending}
                onClick={() => restore.mutate([row.id], { onSuccess: () => toast(`${row.id} is restored`) })}
              >
                <Icon name="restore" />
                Restore
              </Button>
            ) : (
              <Button
                size="small"
                look="bad"
                disabled={store?.readOnly || trash.isPending}
                onClick={() => trash.mutate([row.id], { onSuccess: () => toast(`${row.id} is in the trash`) })}
              >
                <Icon name="trash" />
                To the trash
              </Button>
            ))}
        </div>
      </div>
      {row.trashed && (
        <p className="trashed-note" role="status">
          This is in the trash: tables and searches leave it out until it is restored.
        </p>
      )}
      <div className="object-facts">
        {row.kind === 'run' && <State row={row} />}
        {extra}
        <Tags
          row={row}
          fixed={fixed}
          onAdd={(tag) => edit.mutate({ addTags: [tag] })}
          onRemove={(tag) => edit.mutate({ removeTags: [tag] })}
        />
      </div>
      {row.kind !== 'project' && (
        <EditableText
          label="description"
          lines
          className="object-description"
          text={textOf(row, 'sys/description')}
          placeholder="No description"
          disabled={fixed}
          onSave={(description) => edit.mutate({ description })}
        />
      )}
    </header>
  );
}

/** The address of the page with the prefix under which the app is served. */
function hrefOf({ pathname, search }: { pathname: string; search: string }): string {
  return new URL(document.baseURI).pathname.replace(/\/$/, '') + pathname + search;
}

function State({ row }: { row: Row }) {
  const now = useNow(isActive(row));
  const seconds = runningTime(row, now);
  const reason = textOf(row, 'sys/state_reason');
  const failed = textOf(row, 'sys/failed') === 'true' && stateOf(row) !== 'Failed';
  return (
    <>
      <StateDot state={stateOf(row)} />
      {failed && <span className="bad-text">marked as failed</span>}
      {reason && <span className="muted">{reason}</span>}
      {seconds !== undefined && <span title="How long it ran">{formatDuration(isActive(row) ? Math.floor(seconds) : seconds)}</span>}
    </>
  );
}

interface TagsProps {
  row: Row;
  fixed: boolean;
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}

function Tags({ row, fixed, onAdd, onRemove }: TagsProps) {
  const [open, setOpen] = useState(false);
  const tags = tagsOf(row);
  return (
    <span className="tag-list">
      {tags.map((tag) => (
        <span key={tag} className="chip cut">
          {tag}
        </span>
      ))}
      {!fixed && (
        <Popover
          label="Tags"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button look="plain" size="small">
              <Icon name={tags.length === 0 ? 'plus' : 'edit'} />
              {tags.length === 0 ? 'Add a tag' : 'Edit tags'}
            </Button>
          }
        >
          <TagEditor tags={tags} onAdd={onAdd} onRemove={onRemove} />
        </Popover>
      )}
    </span>
  );
}
