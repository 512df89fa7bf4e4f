import { useCallback, useState } from 'react';

/** A way of showing things that a person likes, kept in the browser; it is no part of what a link shows. */
export function usePreference(name: string, usual: boolean): [boolean, (value: boolean) => void] {
  const key = `neptune.${name}`;
  const [value, setValue] = useState(() => {
    const saved = localStorage.getItem(key);
    return saved === null ? usual : saved === 'yes';
  });
  const set = useCallback(
    (next: boolean) => {
      localStorage.setItem(key, next ? 'yes' : 'no');
      setValue(next);
    },
    [key],
  );
  return [value, set];
}
