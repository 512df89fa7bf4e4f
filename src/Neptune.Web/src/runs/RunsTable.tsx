import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { Row } from '../api/types';
import { exactText, fieldOf } from '../ui/fields';
import { ErrorBox } from '../ui/states';
import { useFixedRows } from '../ui/useFixedRows';
import { arrange } from './columnChanges';
import { type Column, columnKey, columnWidth, rowHeadWidth } from './columns';
import { type HeaderActions, HeaderCell } from './HeaderCell';
import type { Selection } from './selection';
import { type RowActions, TableRow } from './TableRow';
import type { RunList } from './useRunList';
import { type ActiveCell, type TableActions, useTableKeys } from './useTableKeys';
import { useVisibleRows } from './useVisibleRows';

const rowHeight = 30;
const headHeight = 34;

interface Props {
  project: string;
  list: RunList;
  columns: readonly Column[];
  sortBy: string;
  ascending: boolean;
  chosen: ReadonlySet<string>;
  selection: Selection;
  active: ActiveCell;
  label: string;
  isSeries: (path: string) => boolean;
  link: (id: string) => string;
  rowActions: RowActions;
  tableActions: TableActions;
  headerActions: HeaderActions;
}

/** A grid of any number of rows and columns, of which only those in sight exist. */
export function RunsTable(props: Props) {
  const { project, list, columns, chosen, selection, active, link, rowActions, headerActions } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();

  const arranged = useMemo(() => arrange(columns), [columns]);
  const pinned = useMemo(() => arranged.filter((column) => column.pinned), [arranged]);
  const free = useMemo(() => arranged.filter((column) => !column.pinned), [arranged]);
  const paths = useMemo(() => [...new Set(columns.map((column) => column.path))], [columns]);
  const headWidth = rowHeadWidth(Math.max(0, ...list.early.map((row) => row.id.length)));
  const pinnedWidth = pinned.reduce((sum, column) => sum + columnWidth(column), headWidth);

  const fixed = useFixedRows(scroller, list.keys.length, rowHeight, headHeight);
  const rows = useVisibleRows(project, paths, list, fixed.first, fixed.end);

  const across = useVirtualizer({
    horizontal: true,
    count: free.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => columnWidth(free[i]),
    getItemKey: (i) => `${columnKey(free[i])} ${columnWidth(free[i])}`,
    paddingStart: pinnedWidth,
    overscan: 2,
  });
  const items = across.getVirtualItems();
  const firstColumn = items[0]?.index ?? 0;
  const endColumn = firstColumn + items.length;
  const shown = useMemo(() => free.slice(firstColumn, endColumn), [free, firstColumn, endColumn]);
  const offset = items[0]?.start ?? pinnedWidth;

  const { reveal } = fixed;
  useEffect(() => reveal(active.row), [active.row, reveal]);
  const freeAt = active.column - 1 - pinned.length;
  useEffect(() => {
    if (freeAt >= 0 && freeAt < free.length) across.scrollToIndex(freeAt);
  }, [freeAt, free.length, across]);

  const onKeyDown = useTableKeys({
    active,
    rowCount: list.keys.length,
    columnCount: arranged.length + 1,
    page: Math.max(1, fixed.end - fixed.first - 14),
    rowAt: rows.rowAt,
    actions: props.tableActions,
  });

  const onCopy = (event: React.ClipboardEvent) => {
    const row = rows.rowAt(active.row);
    if (!row || getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', exactCell(row, arranged[active.column - 1]));
    event.preventDefault();
  };

  let left = headWidth;
  const header = (column: Column, at: number, place?: number) => (
    <HeaderCell
      key={columnKey(column)}
      column={column}
      at={at}
      isSeries={props.isSeries(column.path)}
      ascending={props.sortBy === column.path ? props.ascending : undefined}
      left={place}
      actions={headerActions}
    />
  );

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={list.complete ? list.keys.length + 1 : -1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={list.keys.length > 0 ? `${id}-${active.row}-${active.column}` : undefined}
      className="table"
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      {rows.error && <ErrorBox error={rows.error} onRetry={rows.retry} />}
      <div role="rowgroup" className="table-head" style={{ width: across.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className="head-row">
          <div role="columnheader" aria-colindex={1} className="cell head-cell" data-pinned="" style={{ width: headWidth, left: 0 }}>
            <span className="head-name">Run</span>
          </div>
          {pinned.map((column, i) => {
            const place = left;
            left += columnWidth(column);
            return header(column, i, place);
          })}
          <div className="cell-gap" style={{ width: offset - pinnedWidth }} />
          {shown.map((column, i) => header(column, pinned.length + firstColumn + i))}
        </div>
      </div>
      <div role="rowgroup" className="table-body" style={{ height: fixed.height, width: across.getTotalSize() }}>
        {Array.from({ length: Math.max(0, fixed.end - fixed.first) }, (_, i) => {
          const index = fixed.first + i;
          const key: number | undefined = list.keys[index];
          const row = rows.rowAt(index);
          return (
            <TableRow
              key={key ?? `at ${index}`}
              id={`${id}-${index}`}
              index={index}
              top={fixed.top(index)}
              row={row}
              pinned={pinned}
              columns={shown}
              firstColumn={firstColumn}
              offset={offset}
              headWidth={headWidth}
              activeColumn={index === active.row ? active.column : undefined}
              selected={key !== undefined && selection.keys.has(key)}
              chosen={row !== undefined && chosen.has(row.id)}
              link={link}
              actions={rowActions}
            />
          );
        })}
      </div>
    </div>
  );
}

function exactCell(row: Row, column: Column | undefined): string {
  return column ? exactText(fieldOf(row, column.path), column.aggregate) : row.id;
}
