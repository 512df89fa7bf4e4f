import type { Row } from '../api/types';

/** The cell that the keyboard is at; column 0 is the head of the row. */
export interface ActiveCell {
  row: number;
  column: number;
}

export interface TableActions {
  onActive: (cell: ActiveCell) => void;
  onToggleEye: (row: Row) => void;
  onSelect: (index: number, range: boolean) => void;
  onSelectAll: () => void;
  onOpen: (row: Row) => void;
  onEditTags: (row: Row, at: DOMRect) => void;
  onClear: () => void;
}

interface Table {
  active: ActiveCell;
  rowCount: number;
  columnCount: number;
  /** Rows of one page. */
  page: number;
  rowAt: (index: number) => Row | undefined;
  actions: TableActions;
}

/** The keys of the grid, those of spreadsheets and mail readers. */
export function useTableKeys({ active, rowCount, columnCount, page, rowAt, actions }: Table) {
  const go = (row: number, column = active.column) => {
    const next = { row: Math.max(0, Math.min(rowCount - 1, row)), column: Math.max(0, Math.min(columnCount - 1, column)) };
    actions.onActive(next);
    return next;
  };

  const move = (by: number, range: boolean) => {
    if (range) actions.onSelect(active.row, true);
    const next = go(active.row + by);
    if (range) actions.onSelect(next.row, true);
  };

  return (event: React.KeyboardEvent<HTMLElement>) => {
    // Buttons and inputs of the head have keys of their own.
    if (event.target !== event.currentTarget || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    const row = rowAt(active.row);
    const act = control ? withControl(event.key) : plain(event, row);
    if (!act) return;
    event.preventDefault();
    act();
  };

  function withControl(key: string): (() => void) | undefined {
    if (key === 'a') return actions.onSelectAll;
    if (key === 'Home') return () => go(0, 0);
    if (key === 'End') return () => go(rowCount - 1, columnCount - 1);
    return undefined;
  }

  function plain(event: React.KeyboardEvent<HTMLElement>, row: Row | undefined): (() => void) | undefined {
    const { key, shiftKey } = event;
    const grid = event.currentTarget;
    switch (key) {
      case 'ArrowDown':
      case 'j':
        return () => move(1, shiftKey);
      case 'ArrowUp':
      case 'k':
        return () => move(-1, shiftKey);
      case 'PageDown':
        return () => move(page, shiftKey);
      case 'PageUp':
        return () => move(-page, shiftKey);
      case 'Home':
        return () => go(0);
      case 'End':
        return () => go(rowCount - 1);
      case 'ArrowRight':
        return () => go(active.row, active.column + 1);
      case 'ArrowLeft':
        return () => go(active.row, active.column - 1);
      case 'x':
        return () => actions.onSelect(active.row, false);
      case 'Escape':
        return actions.onClear;
      case ' ':
        return row && (() => actions.onToggleEye(row));
      case 'Enter':
        return row && (() => actions.onOpen(row));
      case 't':
        return row && (() => actions.onEditTags(row, activeRect(grid)));
      default:
        return undefined;
    }
  }
}

function activeRect(grid: HTMLElement): DOMRect {
  return (grid.querySelector('.cell[data-active]') ?? grid).getBoundingClientRect();
}
