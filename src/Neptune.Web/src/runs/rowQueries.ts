import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { postForBytes, postJson, projectPath } from '../api/client';
import { decodeKeys } from '../api/columns';
import { keys } from '../api/keys';
import type { Row, Search } from '../api/types';

export const blockSize = 100;

export function sameOrder(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i]);
}

/** All matches in their order. */
export function orderQuery(project: string, search: Search) {
  return queryOptions({
    queryKey: keys.project(project, 'order', search),
    queryFn: async ({ signal }) => decodeKeys(await postForBytes(projectPath(project, 'order'), search, signal)),
    // The same order as before keeps its identity, so that nothing is drawn again because of it.
    structuralSharing: (before, after) => (before && sameOrder(before as Int32Array, after as Int32Array) ? before : after),
    meta: { quiet: true },
    retry: false,
  });
}

export interface FirstRows {
  rows: Row[];
  keys: Int32Array;
  /** Where there are more of them. */
  next?: string;
  /** Milliseconds from the question to the answer. */
  took: number;
}

/**
 * The first rows come with the search itself: they are on the screen before the whole order is known. Columns that are
 * added later are asked for as those of any other rows, so that they make it no other search.
 */
export function firstRowsQuery(project: string, search: Search, columns: readonly string[]) {
  return queryOptions({
    queryKey: keys.project(project, 'search', search),
    queryFn: async ({ signal, client }): Promise<FirstRows> => {
      const from = performance.now();
      const answer = await postJson<{ rows: Row[]; next?: string }>(
        projectPath(project, 'search'),
        { ...search, columns, limit: blockSize },
        signal,
      );
      const keys = answer.rows.map((row) => row.key);
      // They are the first block of the table, which need not be asked for.
      client.setQueryData(blockQuery(project, columns, keys).queryKey, { rows: answer.rows });
      return { rows: answer.rows, keys: Int32Array.from(keys), next: answer.next ?? undefined, took: performance.now() - from };
    },
    structuralSharing: false,
    meta: { live: false, quiet: true },
    retry: false,
    placeholderData: keepPreviousData,
  });
}

export function blockQuery(project: string, columns: readonly string[], block: readonly number[]) {
  return queryOptions({
    queryKey: keys.project(project, 'rows', columns, block),
    queryFn: ({ signal }) => postJson<{ rows: Row[] }>(projectPath(project, 'rows'), { keys: block, columns }, signal),
    gcTime: 60_000,
  });
}

/** Numbers of the blocks that hold the rows from `first` up to `end`. */
export function blocksOf(first: number, end: number, count: number): number[] {
  const last = Math.min(end, count) - 1;
  if (last < 0 || first > last) return [];
  const from = Math.floor(Math.max(0, first) / blockSize);
  return Array.from({ length: Math.floor(last / blockSize) - from + 1 }, (_, i) => from + i);
}

/** Fetches anew all that shows rows of a project, after a change made here. */
export function refreshRows(client: QueryClient, project: string): Promise<void> {
  return client.invalidateQueries({ queryKey: keys.project(project) });
}
