import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { Problem } from '../api/problem';
import { fieldsQuery } from '../api/queries';
import type { FieldInfo, FieldType, ObjectKind } from '../api/types';
import { Button } from '../ui/Button';
import { FieldOptions, optionId } from '../ui/FieldOptions';
import { Icon } from '../ui/Icon';
import { describeError } from '../ui/states';
import { useDebounced } from '../ui/useDebounced';
import { completePath, type PathToken, pathAt } from './nqlToken';

interface Props {
  project: string;
  kind: ObjectKind;
  query: string;
  error?: Error;
  /** The rows of the query before are still there. */
  keepsLast: boolean;
  inputRef: React.RefObject<HTMLInputElement | null>;
  onQuery: (query: string) => void;
}

/** The query, with completion of paths; a fault is underlined where it is. */
export function NqlBar({ project, kind, query, error, keepsLast, inputRef, onQuery }: Props) {
  const [text, setText] = useState(query);
  const [token, setToken] = useState<PathToken>();
  const [at, setAt] = useState(0);
  const mirror = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => setText(query), [query]);

  const search = useDebounced(token?.text.replaceAll('/', ' '), 40);
  const { data, isPlaceholderData } = useQuery({
    ...fieldsQuery(project, kind, search ?? '', undefined, 8),
    enabled: search !== undefined,
  });
  const offers = token ? (data?.fields ?? []) : [];
  // Who types fast means the fields of the whole word, not those that are still there.
  const areOfText = search === token?.text.replaceAll('/', ' ') && !isPlaceholderData;
  const fault = error instanceof Problem && text === query ? error.position : undefined;

  const apply = (next: string) => {
    setToken(undefined);
    if (next !== query) onQuery(next);
  };

  const look = (input: HTMLInputElement) => {
    setToken(pathAt(input.value, input.selectionStart ?? 0));
    setAt(0);
  };

  const pick = (field: FieldInfo) => {
    const input = inputRef.current;
    if (!input || !token) return;
    const [next, caret] = completePath(text, token, field.path, field.types.length > 1 ? queryType(field.types[0]) : undefined);
    setText(next);
    setToken(undefined);
    requestAnimationFrame(() => input.setSelectionRange(caret, caret));
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const open = offers.length > 0;
    if (event.key === 'ArrowDown' && open) setAt((at + 1) % offers.length);
    else if (event.key === 'ArrowUp' && open) setAt((at - 1 + offers.length) % offers.length);
    else if (event.key === 'Tab' && open && !event.shiftKey) areOfText && pick(offers[at]);
    else if (event.key === 'Enter') apply(text);
    else if (event.key === 'Escape' && open) setToken(undefined);
    else return;
    event.preventDefault();
  };

  return (
    <div className="nql">
      <div className="nql-box" data-bad={error ? '' : undefined}>
        <Icon name="search" />
        <div className="nql-field">
          <div ref={mirror} className="nql-mirror" aria-hidden="true">
            {fault !== undefined && (
              <>
                {text.slice(0, fault)}
                <span className="nql-fault">{text.slice(fault).match(/^(\s*\S+|\s+$)/)?.[0] || ' '}</span>
              </>
            )}
          </div>
          <input
            ref={inputRef}
            type="text"
            spellCheck={false}
            autoComplete="off"
            role="combobox"
            aria-label="Query in NQL"
            aria-expanded={offers.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={offers.length > 0 ? optionId(`${id}-list`, at) : undefined}
            aria-invalid={error !== undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            placeholder="Query, e.g.  train/loss < 0.5 AND sys/tags CONTAINS &quot;baseline&quot;"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              look(event.target);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setToken(undefined)}
            onScroll={(event) => {
              if (mirror.current) mirror.current.style.transform = `translateX(${-event.currentTarget.scrollLeft}px)`;
            }}
          />
        </div>
        {text !== query && (
          <Button size="small" look="main" onClick={() => apply(text)}>
            Apply
          </Button>
        )}
        {text !== '' && (
          <Button
            look="plain"
            size="icon"
            aria-label="Clear the query"
            onClick={() => {
              setText('');
              apply('');
            }}
          >
            <Icon name="close" />
          </Button>
        )}
      </div>
      <FieldOptions
        id={`${id}-list`}
        label="Fields"
        fields={offers}
        active={at}
        className="nql-offers menu"
        hidden={offers.length === 0}
        onPick={pick}
      />
      {error && <QueryError id={`${id}-error`} error={error} keepsLast={keepsLast} />}
    </div>
  );
}

function QueryError({ id, error, keepsLast }: { id: string; error: Error; keepsLast: boolean }) {
  const { title, detail } = describeError(error);
  return (
    <p id={id} role="alert" className="nql-error">
      <strong>{title}</strong> {detail} {keepsLast && 'The table shows the last query that worked.'}
    </p>
  );
}

/** The name that a field's type has in a query. */
function queryType(type: FieldType): string {
  return type === 'runState' ? 'experimentState' : type;
}
