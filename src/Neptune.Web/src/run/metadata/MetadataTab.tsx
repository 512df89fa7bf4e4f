import './metadata.css';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Field } from '../../api/types';
import { shownText } from '../../ui/fields';
import { Empty } from '../../ui/states';
import { Tree } from '../../ui/Tree';
import type { TreeNode } from '../../ui/tree';
import type { TabProps } from '../ObjectPage';
import { FieldDetail } from './FieldDetail';
import { branchesTo, type PathNode, pathTree, searchPaths } from './pathTree';

/** All fields as a tree, and the one that is chosen beside it. */
export function MetadataTab({ project, row }: TabProps) {
  return <FieldBrowser project={project} row={row} fields={row.fields} label="Fields" hint="Choose a field to see all of it." />;
}

interface Props extends TabProps {
  fields: readonly Field[];
  label: string;
  /** What to do while no field is chosen. */
  hint: string;
}

export function FieldBrowser({ project, row, fields, label, hint }: Props) {
  const [params, setParams] = useSearchParams();
  const selected = params.get('field') ?? undefined;
  const search = params.get('search') ?? '';
  const found = useMemo(() => searchPaths(fields, search), [fields, search]);
  const roots = useMemo(() => pathTree(found), [found]);
  // What is open is no state of the page: only what differs from what is open by itself is kept.
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const above = useMemo(() => new Set(selected === undefined ? [] : branchesTo(selected)), [selected]);
  const openByItself = useCallback(
    (id: string) => above.has(id) || search !== '' || found.length <= 40 || id === 'sys/',
    [above, search, found.length],
  );
  const isOpen = useCallback((id: string) => openByItself(id) !== toggled.has(id), [openByItself, toggled]);

  const toggle = (id: string) =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const set = (name: string, value: string, replace: boolean) => {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        if (name === 'field') for (const inner of ['entry', 'step']) next.delete(inner);
        return next;
      },
      { replace },
    );
    if (name === 'search') setToggled(new Set());
  };

  const field = selected === undefined ? undefined : row.fields.find((one) => one.path === selected);
  return (
    <div className="browser" data-chosen={field !== undefined || undefined}>
      <div className="browser-list">
        <input
          className="input"
          type="search"
          aria-label={`Search the ${label.toLowerCase()}`}
          placeholder="Search the paths"
          value={search}
          onChange={(event) => set('search', event.target.value, true)}
        />
        {found.length === 0 ? (
          <p className="muted browser-hint">{fields.length === 0 ? 'There is nothing yet.' : `No path has “${search}” in it.`}</p>
        ) : (
          <Tree
            label={label}
            roots={roots}
            isOpen={isOpen}
            onToggle={toggle}
            selected={selected}
            onSelect={(node) => set('field', node.id, false)}
            note={note}
          />
        )}
      </div>
      <div className="browser-detail">
        {field ? (
          <FieldDetail key={field.path} project={project} row={row} field={field} onClose={() => set('field', '', false)} />
        ) : selected === undefined ? (
          <p className="muted browser-hint">{hint}</p>
        ) : (
          <Empty title={`There is no field “${selected}”`}>
            <p>It may not have been logged yet, or it was deleted.</p>
          </Empty>
        )}
      </div>
    </div>
  );
}

function note({ value }: TreeNode<PathNode<Field>>) {
  return 'item' in value ? shownText(value.item).slice(0, 200) : value.count;
}
