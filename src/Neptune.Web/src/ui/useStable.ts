import { useRef } from 'react';

/** The value as it was before, while it says the same: effects do not run again for a copy. For values that JSON can hold. */
export function useStable<T>(value: T): T {
  const last = useRef({ value, text: '' });
  const text = JSON.stringify(value);
  if (text !== last.current.text) last.current = { value, text };
  return last.current.value;
}
