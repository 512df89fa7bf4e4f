import type { FieldInfo } from '../api/types';
import { LongText } from './LongText';

interface Props {
  id: string;
  label: string;
  fields: readonly FieldInfo[];
  active: number;
  className: string;
  hidden?: boolean;
  onPick: (field: FieldInfo) => void;
}

/** The list of a combobox of fields; the focus stays in its input, which names the active option by `optionId`. */
export function FieldOptions({ id, label, fields, active, className, hidden, onPick }: Props) {
  return (
    <div id={id} role="listbox" aria-label={label} className={className} hidden={hidden}>
      {fields.map((field, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works on the input, which keeps the focus
        <div
          key={field.path}
          id={optionId(id, i)}
          role="option"
          aria-selected={i === active}
          className="menu-item"
          data-highlighted={i === active ? '' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(field)}
        >
          <span className="grow">
            <LongText text={field.path} />
          </span>
          <span className="muted">{field.types.join(', ')}</span>
          <span className="muted field-count">{field.count.toLocaleString('en')}</span>
        </div>
      ))}
    </div>
  );
}

export function optionId(listId: string, i: number): string {
  return `${listId}-${i}`;
}
