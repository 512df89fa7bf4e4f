import './tree.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Icon } from './Icon';
import { type TreeNode, treeKey, treeRows, treeTypeahead } from './tree';

const rowHeight = 28;
/** Letters that come faster than this, in milliseconds, belong to one word. */
const typingPause = 700;

interface Props<T> {
  label: string;
  roots: readonly TreeNode<T>[];
  isOpen: (id: string) => boolean;
  onToggle: (id: string) => void;
  selected?: string;
  onSelect: (node: TreeNode<T>) => void;
  /** What stands behind the label. */
  note?: (node: TreeNode<T>) => ReactNode;
}

/** A tree of any size: only rows in sight are elements, and the tree itself has the focus. */
export function Tree<T>({ label, roots, isOpen, onToggle, selected, onSelect, note }: Props<T>) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(roots, isOpen), [roots, isOpen]);
  const [active, setActive] = useState(selected);
  const typed = useRef({ text: '', time: 0 });
  const at = Math.max(
    rows.findIndex((row) => row.node.id === active),
    0,
  );

  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 10 });

  // What a link chose is brought into sight, once it is there.
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (selected === undefined || shown.current === selected) return;
    const index = rows.findIndex((row) => row.node.id === selected);
    if (index < 0) return;
    shown.current = selected;
    setActive(selected);
    virtual.scrollToIndex(index, { align: 'center' });
  }, [selected, rows, virtual]);

  const go = (index: number) => {
    setActive(rows[index].node.id);
    virtual.scrollToIndex(index, { align: 'auto' });
  };

  const choose = (index: number) => {
    const { node } = rows[index];
    setActive(node.id);
    if (node.children) onToggle(node.id);
    else {
      shown.current = node.id;
      onSelect(node);
    }
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(at);
      return;
    }
    const move = treeKey(rows, at, event.key, Math.max(Math.floor((box.current?.clientHeight ?? 280) / rowHeight) - 1, 1));
    if (move) {
      event.preventDefault();
      if (move.to !== undefined) go(move.to);
      if (move.toggle !== undefined) onToggle(rows[move.toggle].node.id);
    } else if (event.key.length === 1) {
      const text = event.timeStamp - typed.current.time < typingPause ? typed.current.text + event.key : event.key;
      typed.current = { text, time: event.timeStamp };
      const to = treeTypeahead(rows, at, text);
      if (to !== undefined) go(to);
    }
  };

  return (
    <div
      ref={box}
      className="tree"
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="none" className="tree-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and handles the keys of all rows
            <div
              key={row.node.id}
              id={`${id}-${index}`}
              className="tree-row"
              role="treeitem"
              tabIndex={-1}
              aria-level={row.level}
              aria-posinset={row.place}
              aria-setsize={row.siblings}
              aria-expanded={row.open}
              aria-selected={row.node.id === selected}
              data-active={index === at || undefined}
              style={{ transform: `translateY(${start}px)`, paddingLeft: (row.level - 1) * 14 + 4 }}
              onClick={() => choose(index)}
            >
              {row.open === undefined ? <span className="icon-space" /> : <Icon name={row.open ? 'down' : 'right'} />}
              <span className="tree-label">{row.node.label}</span>
              {note && <span className="tree-note cut">{note(row.node)}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
