import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Row, Search } from '../api/types';
import { firstRowsQuery, type Order, orderQuery } from './rowQueries';

/** What a search found, in its order. */
export interface RunList {
  /** How many there are; until the order is known, as many as came with the search. */
  count: number;
  /** Whether `count` is final. */
  complete: boolean;
  keyAt: (index: number) => number | undefined;
  order?: Int32Array;
  /** Rows that came with the search itself. */
  early: readonly Row[];
  error?: Error;
  loading: boolean;
  /** Milliseconds that the search took. */
  took?: number;
}

/** While the next search is on its way, and when it is refused, the last one stays. */
export function useRunList(project: string, search: Search, columns: readonly string[]): RunList {
  const first = useQuery(firstRowsQuery(project, search, columns));
  const result = useQuery(orderQuery(project, search));

  const last = useRef<Order>(undefined);
  if (result.data) last.current = result.data;
  const order = result.data?.keys ?? last.current?.keys;
  const early = first.data?.rows ?? [];

  return {
    count: order ? order.length : early.length,
    complete: order !== undefined,
    keyAt: (index) => (order ? order[index] : early[index]?.key),
    order,
    early,
    error: result.error ?? first.error ?? undefined,
    loading: result.isFetching && result.data === undefined,
    took: result.data?.took,
  };
}
