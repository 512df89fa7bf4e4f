import './text.css';
import { useState } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';

interface Props {
  /** What the text is: "name". */
  label: string;
  text: string;
  /** Shown where there is no text yet. */
  placeholder: string;
  lines?: boolean;
  disabled?: boolean;
  className?: string;
  onSave: (text: string) => void;
}

/** A text that is edited in place: Enter keeps it (Ctrl+Enter where it has lines), Escape does not. */
export function EditableText({ label, text, placeholder, lines, disabled, className = '', onSave }: Props) {
  const [draft, setDraft] = useState<string>();

  if (draft === undefined)
    return (
      <span className={`editable ${className}`}>
        <span className={text === '' ? 'muted' : 'editable-text'}>{text === '' ? placeholder : text}</span>
        {!disabled && (
          <Button look="plain" size="icon" aria-label={`Edit the ${label}`} title={`Edit the ${label}`} onClick={() => setDraft(text)}>
            <Icon name="edit" />
          </Button>
        )}
      </span>
    );

  const save = () => {
    if (draft !== text) onSave(draft);
    setDraft(undefined);
  };
  const field = {
    className: 'input grow',
    'aria-label': label,
    placeholder,
    autoFocus: true,
    value: draft,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setDraft(event.target.value),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape') setDraft(undefined);
      else if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };

  return (
    <span className={`editable editing ${className}`}>
      {lines ? <textarea rows={4} {...field} /> : <input {...field} />}
      <Button size="small" look="main" onClick={save}>
        Save
      </Button>
      <Button size="small" onClick={() => setDraft(undefined)}>
        Cancel
      </Button>
    </span>
  );
}
