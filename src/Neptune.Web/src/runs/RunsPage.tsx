import './runs.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { apiUrl, projectPath } from '../api/client';
import type { Row, Search } from '../api/types';
import { ChartsPanel } from '../charts/ChartsPanel';
import { Button } from '../ui/Button';
import { follow } from '../ui/download';
import { fieldOf } from '../ui/fields';
import { plural } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Menu, MenuItem, MenuLine } from '../ui/Menu';
import { Split } from '../ui/Split';
import { ErrorBox, Loading } from '../ui/states';
import { useUrlState } from '../ui/urlState';
import { useGlobalKeys } from '../ui/useGlobalKeys';
import { useStable } from '../ui/useStable';
import { AddColumn } from './AddColumn';
import { addColumn, arrange, changeColumn, moveColumn } from './columnChanges';
import type { Column } from './columns';
import { HelpDialog } from './HelpDialog';
import { NoRuns } from './NoRuns';
import { NqlBar } from './NqlBar';
import { RunsTable } from './RunsTable';
import { type RunsState, runsState, type View } from './runsState';
import { SelectionBar } from './SelectionBar';
import { SideBySide } from './SideBySide';
import { extend, nothingSelected, type Selection, toggle } from './selection';
import { TagPopover } from './TagPopover';
import { useChosenRuns } from './useChosenRuns';
import { useRunList } from './useRunList';
import { useSuggestedColumns } from './useSuggestedColumns';
import type { ActiveCell } from './useTableKeys';
import { useVisibleRows } from './useVisibleRows';
import { ViewSwitch } from './ViewSwitch';

/** So many runs are shown in charts before anybody chose. */
const firstChosen = 10;

export default function RunsPage() {
  const { ws = '', name = '' } = useParams();
  const project = `${ws}/${name}`;
  const navigate = useNavigate();
  const [state, update] = useUrlState<RunsState>(runsState);
  const { query, sortBy, ascending, view } = state;

  const [rowsCame, setRowsCame] = useState(false);
  const suggested = useSuggestedColumns(project, rowsCame && !state.columns);
  const columns = useMemo(() => arrange(state.columns ?? suggested), [state.columns, suggested]);
  const paths = useMemo(() => [...new Set(columns.map((column) => column.path))], [columns]);
  const search = useMemo<Search>(() => ({ kind: 'run', query: query || undefined, sortBy, ascending }), [query, sortBy, ascending]);
  const list = useRunList(project, search, paths);
  const hasRows = list.keys.length > 0;
  useEffect(() => setRowsCame((before) => before || hasRows), [hasRows]);

  const top = useVisibleRows(project, paths, list, 0, firstChosen);
  const chosen = useStable(state.chosen ?? firstIds(top.rowAt, Math.min(firstChosen, list.keys.length)));
  const chosenSet = useMemo(() => new Set(chosen), [chosen]);
  const chosenRuns = useChosenRuns(project, chosen, view !== 'table');

  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const [tagging, setTagging] = useState<{ row: Row; at: DOMRect }>();
  const [help, setHelp] = useState(false);
  const queryInput = useRef<HTMLInputElement>(null);

  const link = useCallback(
    (id: string) => `/${encodeURIComponent(ws)}/${encodeURIComponent(name)}/runs/${encodeURIComponent(id)}`,
    [ws, name],
  );
  const setColumns = (next: readonly Column[]) => update({ columns: next }, 'replace');
  const setView = (next: View) => update({ view: next });

  const now = useRef({ chosen, list, columns });
  now.current = { chosen, list, columns };
  const rowActions = useMemo(() => {
    const onToggleEye = (row: Row) => {
      const before = now.current.chosen;
      update({ chosen: before.includes(row.id) ? before.filter((id) => id !== row.id) : [...before, row.id] }, 'replace');
    };
    const onSelect = (index: number, range: boolean) => {
      const keyAt = (at: number): number | undefined => now.current.list.keys[at];
      const key = keyAt(index);
      if (range) setSelection((before) => extend(before, index, keyAt));
      else if (key !== undefined) setSelection((before) => toggle(before, key, index));
    };
    return {
      onToggleEye,
      onSelect,
      onActivate: (row: number, column: number) => setActive({ row, column }),
      onEditTags: (row: Row, at: DOMRect) => setTagging({ row, at }),
    };
  }, [update]);

  const globalKeys = useMemo(
    () => ({
      '/': () => queryInput.current?.focus(),
      '?': () => setHelp(true),
      c: () => update({ view: 'compare' }),
    }),
    [update],
  );
  useGlobalKeys(globalKeys);

  const exportAll = () =>
    follow(
      apiUrl(projectPath(project, 'table.csv'), {
        kind: 'run',
        query: query || undefined,
        sortBy,
        ascending,
        columns: ['sys/id', ...paths],
      }),
      `${ws}-${name}-runs.csv`,
    );

  const table = (
    <RunsTable
      project={project}
      list={list}
      columns={columns}
      sortBy={sortBy}
      ascending={ascending}
      chosen={chosenSet}
      selection={selection}
      active={active}
      label={`Runs of ${project}`}
      isSeries={(path) => fieldOf(top.rowAt(0) ?? emptyRow, path)?.type === 'floatSeries'}
      link={link}
      rowActions={rowActions}
      tableActions={{
        ...rowActions,
        onActive: setActive,
        onSelectAll: () => setSelection({ keys: new Set(list.keys), anchor: 0 }),
        onOpen: (row) => navigate(link(row.id)),
        onClear: () => setSelection(nothingSelected),
      }}
      headerActions={{
        onSort: ({ path }, wanted) => update({ sortBy: path, ascending: wanted ?? (sortBy === path && !ascending) }),
        onMove: (from, to) => setColumns(moveColumn(columns, from, to)),
        onChange: (at, patch) => setColumns(changeColumn(columns, at, patch)),
        onRemove: (at) => setColumns(columns.filter((_, i) => i !== at)),
      }}
    />
  );

  const charts = (
    <ChartsPanel project={project} runs={chosenRuns.runs} loading={chosenRuns.loading || !(list.complete || hasRows || list.error)} />
  );
  const empty = list.complete && !hasRows && view !== 'compare' && !list.error;

  return (
    <div className="runs-page">
      <h1 className="hidden-text">Runs of {project}</h1>
      <div className="runs-bar">
        <NqlBar
          project={project}
          kind="run"
          query={query}
          error={list.error}
          keepsLast={hasRows}
          inputRef={queryInput}
          onQuery={(next) => update({ query: next })}
        />
        <AddColumn project={project} kind="run" onAdd={(path) => setColumns(addColumn(columns, { path }))} />
        <ViewSwitch view={view} onView={setView} />
        <Menu
          align="end"
          trigger={
            <Button look="plain" size="icon" aria-label="More">
              <Icon name="more" />
            </Button>
          }
        >
          <MenuItem onSelect={exportAll}>
            <Icon name="download" />
            Table as CSV
          </MenuItem>
          <MenuItem onSelect={() => update({ chosen: [] })}>
            <Icon name="eyeOff" />
            Close all eyes
          </MenuItem>
          <MenuItem onSelect={() => update({ chosen: undefined })}>
            <Icon name="eye" />
            Show the first {firstChosen}
          </MenuItem>
          <MenuItem onSelect={() => update({ columns: undefined })}>
            <Icon name="table" />
            Usual columns
          </MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => setHelp(true)}>
            <Icon name="help" />
            Keys and queries <kbd>?</kbd>
          </MenuItem>
        </Menu>
      </div>
      {selection.keys.size > 0 ? (
        <SelectionBar
          project={project}
          keys={[...selection.keys]}
          columns={columns}
          onShow={(ids) => update({ chosen: ids })}
          onCompare={(ids) => update({ chosen: ids, view: 'compare' })}
          onClear={() => setSelection(nothingSelected)}
        />
      ) : (
        <p className="runs-note muted" role="status">
          {list.complete
            ? plural(list.keys.length, 'run')
            : hasRows
              ? `More than ${list.keys.length - 1} runs`
              : list.error
                ? 'No runs'
                : 'Looking…'}
          {list.took !== undefined && ` in ${Math.max(1, Math.round(list.took))} ms`}
          {` · ${chosen.length} shown in charts`}
        </p>
      )}
      {chosenRuns.error && <ErrorBox error={chosenRuns.error} />}
      <div className="runs-body" data-view={view}>
        {!list.complete && !hasRows && !list.error && <Loading what="Looking for runs" />}
        {empty && <NoRuns project={project} query={query} onClear={() => update({ query: '' })} />}
        {!empty && view === 'both' && (
          <Split
            label="Width of the table"
            value={state.split}
            left={table}
            right={charts}
            onChange={(split) => update({ split }, 'replace')}
          />
        )}
        {!empty && view === 'table' && table}
        {!empty && view === 'charts' && charts}
        {view === 'compare' && (
          <SideBySide runs={chosenRuns.runs} loading={chosenRuns.loading} state={state} link={link} onChange={update} />
        )}
      </div>
      {tagging && <TagPopover project={project} {...tagging} known={knownTags(list.early)} onClose={() => setTagging(undefined)} />}
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </div>
  );
}

const emptyRow = { fields: [] } as unknown as Row;

function firstIds(rowAt: (index: number) => Row | undefined, count: number): string[] {
  return Array.from({ length: count }, (_, i) => rowAt(i)?.id).filter((id) => id !== undefined);
}

function knownTags(rows: readonly Row[]): string[] {
  const tags = rows.flatMap((row) => fieldOf(row, 'sys/tags')?.value ?? []);
  return [...new Set(tags.filter((tag) => typeof tag === 'string'))].sort();
}
