import { useState } from 'react';
import { useStore } from '../api/queries';
import type { Row } from '../api/types';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { stageOf } from './registry';
import { StageChip } from './StageChip';
import { StageDialog } from './StageDialog';

/** The stage of a version, and the way to another. */
export function StageControl({ project, version }: { project: string; version: Row }) {
  const { data: store } = useStore();
  const [open, setOpen] = useState(false);
  const stage = stageOf(version);
  return (
    <span className="row">
      {stage === 'none' ? <span className="muted">No stage</span> : <StageChip stage={stage} />}
      {store?.readOnly === false && (
        <Button look="plain" size="small" aria-label={`Change the stage of ${version.id}`} onClick={() => setOpen(true)}>
          <Icon name="edit" />
          Change
        </Button>
      )}
      {open && <StageDialog project={project} version={version} onClose={() => setOpen(false)} />}
    </span>
  );
}
