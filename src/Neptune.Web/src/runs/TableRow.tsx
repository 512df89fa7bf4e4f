import { memo } from 'react';
import { Link } from 'react-router';
import type { Row } from '../api/types';
import { runColourCss } from '../charts/colours';
import { highlight, useIsHighlighted } from '../charts/highlight';
import { Icon } from '../ui/Icon';
import { CellContent, isNumeric } from './Cell';
import { type Column, columnKey, columnWidth } from './columns';

export interface RowActions {
  onActivate: (index: number, column: number) => void;
  onToggleEye: (row: Row) => void;
  onSelect: (index: number, range: boolean) => void;
  onEditTags: (row: Row, at: DOMRect) => void;
}

interface Props {
  id: string;
  index: number;
  top: number;
  row?: Row;
  pinned: readonly Column[];
  /** The unpinned columns in sight, with the place of the first. */
  columns: readonly Column[];
  firstColumn: number;
  offset: number;
  headWidth: number;
  /** The column of the active cell; 0 is the head of the row. */
  activeColumn?: number;
  selected: boolean;
  chosen: boolean;
  link: (id: string) => string;
  actions: RowActions;
}

export const TableRow = memo(function TableRow(props: Props) {
  const { id, index, top, row, pinned, columns, firstColumn, offset, headWidth, activeColumn, selected, chosen, link, actions } = props;
  const standsOut = useIsHighlighted(row?.id ?? '');
  const pinnedWidth = pinned.reduce((sum, column) => sum + columnWidth(column), headWidth);

  const cell = (column: Column, at: number, left?: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works on the grid, which keeps the focus
    <div
      key={columnKey(column)}
      id={`${id}-${at}`}
      role="gridcell"
      aria-colindex={at + 1}
      className="cell"
      data-number={row && isNumeric(row, column) ? '' : undefined}
      data-active={activeColumn === at ? '' : undefined}
      data-pinned={left === undefined ? undefined : ''}
      style={{ width: columnWidth(column), left }}
      onClick={() => actions.onActivate(index, at)}
      onDoubleClick={(event) => column.path === 'sys/tags' && row && actions.onEditTags(row, event.currentTarget.getBoundingClientRect())}
    >
      {row && <CellContent row={row} column={column} />}
      {row && column.path === 'sys/tags' && (
        <button
          type="button"
          tabIndex={-1}
          className="cell-edit"
          aria-label={`Edit the tags of ${row.id}`}
          onClick={(event) => actions.onEditTags(row, (event.currentTarget.parentElement as HTMLElement).getBoundingClientRect())}
        >
          edit
        </button>
      )}
    </div>
  );

  let left = headWidth;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className="table-row"
      data-active={activeColumn !== undefined || undefined}
      data-stands-out={standsOut || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onPointerEnter={() => highlight(row && chosen ? row.id : undefined)}
      onPointerLeave={() => highlight(undefined)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works on the grid, which keeps the focus */}
      <div
        role="gridcell"
        id={`${id}-0`}
        aria-colindex={1}
        className="cell row-head"
        data-pinned=""
        data-active={activeColumn === 0 ? '' : undefined}
        style={{ width: headWidth, left: 0 }}
        onClick={() => actions.onActivate(index, 0)}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={`Select ${row?.id ?? `row ${index + 1}`}`}
          onClick={(event) => actions.onSelect(index, event.shiftKey)}
          onChange={() => undefined}
        />
        {row ? (
          <>
            <button
              type="button"
              tabIndex={-1}
              className="eye"
              aria-pressed={chosen}
              aria-label={`Show ${row.id} in charts`}
              style={chosen ? { color: runColourCss(row.key) } : undefined}
              onClick={() => actions.onToggleEye(row)}
            >
              <Icon name={chosen ? 'eye' : 'eyeOff'} />
            </button>
            <Link to={link(row.id)} tabIndex={-1} className="cut" draggable={false}>
              {row.id}
            </Link>
          </>
        ) : (
          <span className="muted">…</span>
        )}
      </div>
      {pinned.map((column, i) => {
        const at = left;
        left += columnWidth(column);
        return cell(column, i + 1, at);
      })}
      <div className="cell-gap" style={{ width: offset - pinnedWidth }} />
      {columns.map((column, i) => cell(column, pinned.length + firstColumn + i + 1))}
    </div>
  );
});
