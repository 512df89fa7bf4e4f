import { useCallback, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** How a part of a page's state is kept in the URL. It touches no parameter but its own, and leaves out what is as usual. */
export interface UrlCodec<T> {
  read: (params: URLSearchParams) => T;
  write: (value: T, params: URLSearchParams) => void;
}

/** "replace" for what changes continually (zoom, widths), so that Back leads to the view before. */
export type UrlUpdate<T> = (patch: Partial<T>, how?: 'push' | 'replace') => void;

/** What the URL is going to say, one for the page: updates within one event see each other, though the router renders only once. */
const address = { rendered: '', latest: new URLSearchParams() };

export function useUrlState<T extends object>(codec: UrlCodec<T>): [T, UrlUpdate<T>] {
  const [params, setParams] = useSearchParams();
  // Here and not in an effect: effects of what is inside run earlier, and would write what was before.
  const rendered = params.toString();
  if (address.rendered !== rendered) {
    address.rendered = rendered;
    address.latest = params;
  }
  const set = useRef(setParams);
  set.current = setParams;

  const update = useCallback<UrlUpdate<T>>(
    (patch, how = 'push') => {
      const next = new URLSearchParams(address.latest);
      codec.write({ ...codec.read(next), ...patch }, next);
      if (next.toString() === address.latest.toString()) return;
      address.latest = next;
      set.current(next, { replace: how === 'replace', preventScrollReset: true });
    },
    [codec],
  );

  return [useMemo(() => codec.read(params), [codec, params]), update];
}

/** Sets a parameter, or removes it where the value is the usual one. */
export function setParam(params: URLSearchParams, name: string, value: string | undefined, usual = ''): void {
  if (value === undefined || value === usual) params.delete(name);
  else params.set(name, value);
}
