export interface TreeNode<T> {
  id: string;
  label: string;
  value: T;
  /** Undefined: a leaf. */
  children?: TreeNode<T>[];
}

/** A node that is in sight because everything above it is open. */
export interface TreeRow<T> {
  node: TreeNode<T>;
  /** 1 for the roots. */
  level: number;
  /** Index of the row of its parent; -1 for the roots. */
  parent: number;
  /** Place among its siblings, from 1. */
  place: number;
  siblings: number;
  /** Undefined: a leaf. */
  open?: boolean;
}

export function treeRows<T>(roots: readonly TreeNode<T>[], isOpen: (id: string) => boolean): TreeRow<T>[] {
  const rows: TreeRow<T>[] = [];
  const add = (nodes: readonly TreeNode<T>[], level: number, parent: number) => {
    nodes.forEach((node, index) => {
      const open = node.children && isOpen(node.id);
      const at = rows.push({ node, level, parent, place: index + 1, siblings: nodes.length, open }) - 1;
      if (open && node.children) add(node.children, level + 1, at);
    });
  };
  add(roots, 1, -1);
  return rows;
}

export interface TreeMove {
  /** The row to go to. */
  to?: number;
  /** The branch to open or close. */
  toggle?: number;
}

/** What a key does in a tree, as ARIA has it; undefined when it does nothing there. */
export function treeKey<T>(rows: readonly TreeRow<T>[], at: number, key: string, page = 10): TreeMove | undefined {
  if (rows.length === 0) return undefined;
  const last = rows.length - 1;
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(at + 1, last) };
    case 'ArrowUp':
      return { to: Math.max(at - 1, 0) };
    case 'PageDown':
      return { to: Math.min(at + page, last) };
    case 'PageUp':
      return { to: Math.max(at - page, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'ArrowRight':
      if (row?.open === false) return { toggle: at };
      return row?.open && rows[at + 1]?.parent === at ? { to: at + 1 } : undefined;
    case 'ArrowLeft':
      if (row?.open) return { toggle: at };
      return row && row.parent >= 0 ? { to: row.parent } : undefined;
    default:
      return undefined;
  }
}

/** The next row whose label begins with what was typed; one letter goes on from row to row. */
export function treeTypeahead<T>(rows: readonly TreeRow<T>[], at: number, typed: string): number | undefined {
  const same = [...typed].every((letter) => letter === typed[0]);
  const wanted = (same ? typed[0] : typed).toLowerCase();
  const from = same ? at + 1 : at;
  for (let i = 0; i < rows.length; i++) {
    const index = (from + i) % rows.length;
    if (rows[index].node.label.toLowerCase().startsWith(wanted)) return index;
  }
  return undefined;
}
