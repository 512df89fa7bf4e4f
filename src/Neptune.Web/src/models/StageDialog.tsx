import { type FormEvent, useId, useState } from 'react';
import type { Row } from '../api/types';
import { useEdit } from '../run/useEdit';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { toast } from '../ui/toast';
import { stageOf, stages } from './registry';

const meanings = {
  none: 'Registered, and nothing more said',
  staging: 'On trial',
  production: 'In use: programs and builds that ask for production get the newest version here',
  archived: 'No longer used',
} as const;

interface Props {
  project: string;
  version: Row;
  onClose: () => void;
}

/** Asks for the stage that a version is to have, and why; both go into its history. */
export function StageDialog({ project, version, onClose }: Props) {
  const before = stageOf(version);
  const [stage, setStage] = useState(before);
  const [comment, setComment] = useState('');
  const edit = useEdit(project, version.id);
  const form = useId();

  const save = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate(
      { stage, comment: comment.trim() || undefined },
      {
        onSuccess: () => {
          toast(stage === 'none' ? `${version.id} has no stage now` : `${version.id} is in ${stage}`);
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={`Stage of ${version.id}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="main" disabled={stage === before || edit.isPending}>
            Change the stage
          </Button>
        </>
      }
    >
      <form id={form} className="stage-form" onSubmit={save}>
        <fieldset>
          <legend className="hidden-text">Stage</legend>
          {stages.map((one) => (
            <label key={one} className="row">
              <input type="radio" name="stage" checked={stage === one} onChange={() => setStage(one)} />
              <span>
                {one} {one === before && <span className="chip">as it is</span>}
                <span className="muted stage-meaning">{meanings[one]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          Why (for the history)
          <textarea className="input" rows={3} value={comment} onChange={(event) => setComment(event.target.value)} />
        </label>
      </form>
    </Dialog>
  );
}
