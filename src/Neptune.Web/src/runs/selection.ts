/** Keys of rows that were marked for an action, and where the mark for a range began. */
export interface Selection {
  keys: ReadonlySet<number>;
  anchor?: number;
}

export const nothingSelected: Selection = { keys: new Set() };

export function toggle(selection: Selection, key: number, index: number): Selection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: index };
}

/** Adds all rows from the anchor to `index`. */
export function extend(selection: Selection, index: number, keyAt: (index: number) => number | undefined): Selection {
  const anchor = selection.anchor ?? index;
  const keys = new Set(selection.keys);
  for (let i = Math.min(anchor, index); i <= Math.max(anchor, index); i++) {
    const key = keyAt(i);
    if (key !== undefined) keys.add(key);
  }
  return { keys, anchor };
}
