import { useState } from 'react';
import type { ObjectKind } from '../api/types';
import { Button } from '../ui/Button';
import { FieldPicker } from '../ui/FieldPicker';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';

interface Props {
  project: string;
  kind: ObjectKind;
  onAdd: (path: string) => void;
}

export function AddColumn({ project, kind, onAdd }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Add a column"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Icon name="plus" />
          Add column
        </Button>
      }
    >
      <FieldPicker
        project={project}
        kind={kind}
        label="Field of the new column"
        onPick={(field) => {
          onAdd(field.path);
          setOpen(false);
        }}
      />
    </Popover>
  );
}
