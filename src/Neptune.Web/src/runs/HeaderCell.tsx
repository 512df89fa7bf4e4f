import { useRef } from 'react';
import { copyText } from '../ui/clipboard';
import { aggregates } from '../ui/fields';
import { Icon } from '../ui/Icon';
import { LongText } from '../ui/LongText';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/Menu';
import { type Column, columnTitle, columnWidth } from './columns';

export interface HeaderActions {
  onSort: (column: Column, ascending?: boolean) => void;
  onMove: (from: number, to: number) => void;
  onChange: (at: number, patch: Partial<Column>) => void;
  onRemove: (at: number) => void;
}

interface Props {
  column: Column;
  at: number;
  isSeries: boolean;
  /** Undefined where the table is sorted by something else. */
  ascending?: boolean;
  left?: number;
  actions: HeaderActions;
}

const widthStep = 24;

export function HeaderCell({ column, at, isSeries, ascending, left, actions }: Props) {
  const title = columnTitle(column);
  const width = columnWidth(column);
  const cell = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!event.altKey || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.key === 'ArrowLeft' ? -1 : 1;
    if (event.shiftKey) actions.onChange(at, { width: Math.max(60, width + by * widthStep) });
    else actions.onMove(at, at + by);
  };

  /** The width follows the pointer without React; the URL gets it when the pointer is up. */
  const onResize = (down: React.PointerEvent<HTMLElement>) => {
    down.preventDefault();
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    let next = width;
    handle.onpointermove = (move) => {
      next = Math.max(60, width + move.clientX - down.clientX);
      if (cell.current) cell.current.style.width = `${next}px`;
    };
    handle.onpointerup = () => {
      handle.onpointermove = null;
      handle.onpointerup = null;
      if (next !== width) actions.onChange(at, { width: next });
    };
  };

  return (
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={ascending === undefined ? 'none' : ascending ? 'ascending' : 'descending'}
      className="cell head-cell"
      data-pinned={left === undefined ? undefined : ''}
      style={{ width, left }}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('application/x-column', String(at))}
      onDragOver={(event) => event.dataTransfer.types.includes('application/x-column') && event.preventDefault()}
      onDrop={(event) => actions.onMove(Number(event.dataTransfer.getData('application/x-column')), at)}
    >
      <button
        type="button"
        className="head-name"
        title={`${column.path}: sort. Alt+arrow moves the column, Alt+Shift+arrow changes its width.`}
        onClick={() => actions.onSort(column)}
        onKeyDown={onKeyDown}
      >
        <LongText text={title} end={12} />
        {ascending !== undefined && <Icon name={ascending ? 'up' : 'down'} />}
      </button>
      <Menu
        align="end"
        trigger={
          <button type="button" className="head-menu" aria-label={`Column ${title}`}>
            <Icon name="more" />
          </button>
        }
      >
        <MenuItem onSelect={() => actions.onSort(column, true)}>Sort ascending</MenuItem>
        <MenuItem onSelect={() => actions.onSort(column, false)}>Sort descending</MenuItem>
        {isSeries && (
          <>
            <MenuLine />
            <MenuLabel>Value of the series</MenuLabel>
            {aggregates.map((aggregate) => (
              <MenuItem key={aggregate} onSelect={() => actions.onChange(at, { aggregate })}>
                {(column.aggregate ?? 'last') === aggregate ? <Icon name="check" /> : <span className="icon-space" />}
                {aggregate}
              </MenuItem>
            ))}
          </>
        )}
        <MenuLine />
        <MenuItem onSelect={() => actions.onChange(at, { pinned: !column.pinned })}>
          <Icon name="pin" />
          {column.pinned ? 'Unpin' : 'Pin to the left'}
        </MenuItem>
        <MenuItem onSelect={() => actions.onMove(at, at - 1)}>Move left</MenuItem>
        <MenuItem onSelect={() => actions.onMove(at, at + 1)}>Move right</MenuItem>
        <MenuItem onSelect={() => actions.onChange(at, { width: undefined })}>Usual width</MenuItem>
        <MenuItem onSelect={() => void copyText(column.path, 'Path copied')}>
          <Icon name="copy" />
          Copy the path
        </MenuItem>
        <MenuLine />
        <MenuItem onSelect={() => actions.onRemove(at)}>
          <Icon name="close" />
          Remove
        </MenuItem>
      </Menu>
      <span className="head-resize" aria-hidden="true" onPointerDown={onResize} />
    </div>
  );
}
