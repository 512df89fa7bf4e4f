import { useState } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';

interface Props {
  tags: readonly string[];
  /** Tags of others, offered while typing. */
  known?: readonly string[];
  disabled?: boolean;
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}

export function TagEditor({ tags, known = [], disabled, onAdd, onRemove }: Props) {
  const [text, setText] = useState('');
  const offered = known.filter((tag) => !tags.includes(tag) && tag.toLowerCase().includes(text.toLowerCase())).slice(0, 8);

  const add = (tag: string) => {
    const trimmed = tag.trim();
    if (trimmed !== '' && !tags.includes(trimmed)) onAdd(trimmed);
    setText('');
  };

  return (
    <div className="tag-editor">
      <ul className="tag-list">
        {tags.map((tag) => (
          <li key={tag} className="chip">
            <span className="cut">{tag}</span>
            <Button
              look="plain"
              className="chip-close"
              disabled={disabled}
              aria-label={`Remove the tag ${tag}`}
              onClick={() => onRemove(tag)}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
      <input
        className="input"
        // biome-ignore lint/a11y/noAutofocus: the editor opens because the user asked to type here
        autoFocus
        aria-label="New tag"
        placeholder="New tag, then Enter"
        disabled={disabled}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add(text);
          else if (event.key === 'Backspace' && text === '' && tags.length > 0) onRemove(tags[tags.length - 1]);
        }}
      />
      {offered.length > 0 && (
        <ul className="tag-list" aria-label="Tags of other runs">
          {offered.map((tag) => (
            <li key={tag}>
              <Button size="small" disabled={disabled} onClick={() => add(tag)}>
                {tag}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
