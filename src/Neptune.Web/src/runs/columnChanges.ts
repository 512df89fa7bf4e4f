import type { Column } from './columns';

/** Pinned columns come first; within each group the order is the user's. */
export function arrange(columns: readonly Column[]): Column[] {
  return [...columns.filter((column) => column.pinned), ...columns.filter((column) => !column.pinned)];
}

export function moveColumn(columns: readonly Column[], from: number, to: number): Column[] {
  const next = [...columns];
  const [column] = next.splice(from, 1);
  if (!column) return next;
  next.splice(Math.max(0, Math.min(next.length, to)), 0, column);
  return arrange(next);
}

export function changeColumn(columns: readonly Column[], at: number, patch: Partial<Column>): Column[] {
  return arrange(columns.map((column, i) => (i === at ? { ...column, ...patch } : column)));
}

export function addColumn(columns: readonly Column[], column: Column): Column[] {
  const there = columns.some((one) => one.path === column.path && (one.aggregate ?? 'last') === (column.aggregate ?? 'last'));
  return there ? [...columns] : arrange([...columns, column]);
}
