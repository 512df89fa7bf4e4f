import { useSyncExternalStore } from 'react';

export interface ToastMessage {
  id: number;
  kind: 'note' | 'bad';
  text: string;
  detail?: string;
}

const stays = 8_000;
let next = 1;
let toasts: readonly ToastMessage[] = [];
const listeners = new Set<() => void>();

function set(value: readonly ToastMessage[]): void {
  toasts = value;
  for (const listener of listeners) listener();
}

/** Shows a message in the corner; the same one twice is shown once. Errors stay until they are closed. */
export function toast(text: string, kind: ToastMessage['kind'] = 'note', detail?: string): void {
  if (toasts.some((one) => one.text === text && one.detail === detail)) return;
  const id = next++;
  set([...toasts.slice(-3), { id, kind, text, detail }]);
  if (kind === 'note') setTimeout(() => closeToast(id), stays);
}

export function closeToast(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

export function useToasts(): readonly ToastMessage[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
