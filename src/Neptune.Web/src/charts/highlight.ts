import { useSyncExternalStore } from 'react';

/** The run that stands out at the moment, in the list and in every chart. */
let current: string | undefined;
const listeners = new Set<() => void>();

export function highlight(run: string | undefined): void {
  if (run === current) return;
  current = run;
  for (const listener of listeners) listener();
}

export function highlighted(): string | undefined {
  return current;
}

export function onHighlight(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsHighlighted(run: string): boolean {
  return useSyncExternalStore(onHighlight, () => current === run);
}
