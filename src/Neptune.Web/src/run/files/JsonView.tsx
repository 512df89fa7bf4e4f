import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../ui/Button';
import { plural } from '../../ui/format';
import { Tree } from '../../ui/Tree';
import type { TreeNode } from '../../ui/tree';
import { type JsonValue, jsonTree } from './jsonTree';
import { TextView } from './TextView';

/** JSON as a tree; what is none of it, as the text that it is. */
export function JsonView({ text }: { text: string }) {
  const [asText, setAsText] = useState(false);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const read = useMemo(() => readJson(text), [text]);
  // The outermost two levels are open by themselves.
  const isOpen = useCallback((id: string) => id.split('/').length <= 3 !== toggled.has(id), [toggled]);

  if (read.fault !== undefined)
    return (
      <>
        <p className="muted">This is no valid JSON: {read.fault}</p>
        <TextView text={text} />
      </>
    );

  const toggle = (id: string) =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  return (
    <div className="json-view">
      <div>
        <Button size="small" aria-pressed={asText} onClick={() => setAsText(!asText)}>
          As text
        </Button>
      </div>
      {asText ? (
        <TextView text={text} />
      ) : (
        <Tree label="JSON" roots={read.roots} isOpen={isOpen} onToggle={toggle} onSelect={() => undefined} note={note} />
      )}
    </div>
  );
}

function readJson(text: string): { roots: TreeNode<JsonValue>[]; fault?: string } {
  try {
    return { roots: jsonTree(text) };
  } catch (error) {
    return { roots: [], fault: error instanceof Error ? error.message : String(error) };
  }
}

function note({ value }: TreeNode<JsonValue>) {
  if ('text' in value) return <span className={`json-${value.kind}`}>{value.text}</span>;
  return value.kind === 'list' ? plural(value.count, 'element') : plural(value.count, 'property', 'properties');
}
