import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { fieldsQuery } from '../api/queries';
import type { FieldInfo, FieldType, ObjectKind } from '../api/types';
import { FieldOptions, optionId } from './FieldOptions';
import { plural } from './format';
import { ErrorBox } from './states';
import { useDebounced } from './useDebounced';

interface Props {
  project: string;
  kind: ObjectKind;
  types?: FieldType[];
  label: string;
  onPick: (field: FieldInfo) => void;
}

/** Finds a field by words of its path; each match says how many objects have it. */
export function FieldPicker({ project, kind, types, label, onPick }: Props) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [entered, setEntered] = useState(false);
  const list = useId();
  const search = useDebounced(text, 40);
  const { data, error, isPlaceholderData } = useQuery(fieldsQuery(project, kind, search, types));
  const fields = data?.fields ?? [];
  const at = Math.min(active, fields.length - 1);

  // Who types fast means the list of the whole word, not the one that is still there.
  const isOfText = search === text && data !== undefined && !isPlaceholderData;
  const entry = entered && isOfText ? fields[at] : undefined;
  useEffect(() => {
    if (entry) onPick(entry);
  }, [entry, onPick]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(fields.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'Enter') setEntered(true);
    else return;
    event.preventDefault();
    document.getElementById(optionId(list, event.key === 'ArrowDown' ? at + 1 : at - 1))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div className="field-picker">
      <input
        className="input"
        // biome-ignore lint/a11y/noAutofocus: the picker opens because the user asked to type here
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={fields[at] ? optionId(list, at) : undefined}
        placeholder="Words of the path, e.g. val loss"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      {error && <ErrorBox error={error} />}
      <FieldOptions id={list} label={label} fields={fields} active={at} className="field-list" onPick={onPick} />
      <p className="muted field-note" role="status">
        {data && fields.length === 0
          ? `No field has “${search}” in its path.`
          : data?.more
            ? 'There are more: type another word.'
            : plural(fields.length, 'field')}
      </p>
    </div>
  );
}
