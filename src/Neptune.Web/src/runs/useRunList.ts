import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Row, Search } from '../api/types';
import { firstRowsQuery, orderQuery } from './rowQueries';

/** What a search found, in its order. */
export interface RunList {
  /** The matches as far as they are known: the first ones come with the search itself. */
  keys: Int32Array;
  /** Whether those are all. */
  complete: boolean;
  /** Rows that came with the search itself. */
  early: readonly Row[];
  error?: Error;
  /** Milliseconds that the search took. */
  took?: number;
}

type Found = Pick<RunList, 'keys' | 'complete' | 'took'>;

const nothing: Found = { keys: new Int32Array(), complete: false };

/**
 * First the rows that fill a screen, then the order of all. While the next search is on its way, and when it is
 * refused, the last one stays.
 */
export function useRunList(project: string, search: Search, columns: readonly string[]): RunList {
  const first = useQuery(firstRowsQuery(project, search, columns));
  const isOfSearch = first.data !== undefined && !first.isPlaceholderData;
  const order = useQuery({ ...orderQuery(project, search), enabled: isOfSearch });

  const last = useRef(nothing);
  if (order.data) last.current = { keys: order.data, complete: true, took: first.data?.took };
  else if (isOfSearch) last.current = { keys: first.data.keys, complete: first.data.next === undefined, took: first.data.took };
  return { ...last.current, early: first.data?.rows ?? [], error: order.error ?? first.error ?? undefined };
}
