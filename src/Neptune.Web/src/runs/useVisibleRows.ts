import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Row } from '../api/types';
import { blockQuery, blockSize, blocksOf } from './rowQueries';
import type { RunList } from './useRunList';

export interface VisibleRows {
  rowAt: (index: number) => Row | undefined;
  error?: Error;
  retry: () => void;
}

/**
 * The rows of a list from `first` up to `end`. A jump anywhere is one request; rows that were seen stay in sight until
 * their new values are there.
 */
export function useVisibleRows(project: string, columns: readonly string[], list: RunList, first: number, end: number): VisibleRows {
  const { keys, early } = list;
  const results = useQueries({
    queries: blocksOf(first, end, keys.length).map((block) =>
      blockQuery(project, columns, [...keys.subarray(block * blockSize, (block + 1) * blockSize)]),
    ),
  });

  const seen = useRef(new Map<number, Row>());
  const rows = seen.current;
  for (const row of early) if (!rows.has(row.key)) rows.set(row.key, row);
  for (const result of results) for (const row of result.data?.rows ?? []) rows.set(row.key, row);
  forget(rows);

  const failed = results.find((result) => result.error && !result.data);
  return {
    rowAt: (index) => rows.get(keys[index] ?? -1),
    error: failed?.error ?? undefined,
    retry: () => void failed?.refetch(),
  };
}

const kept = 5_000;

/** Keeps the rows that came last. */
function forget(rows: Map<number, Row>): void {
  for (const key of rows.keys()) {
    if (rows.size <= kept) return;
    rows.delete(key);
  }
}
