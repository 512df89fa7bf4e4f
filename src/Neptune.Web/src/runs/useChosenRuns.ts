import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from '../api/problem';
import { objectQuery } from '../api/queries';
import type { Row } from '../api/types';

/** The chosen runs with all of their fields. One that is gone is left out; the array keeps its identity while they do. */
export function useChosenRuns(
  project: string,
  ids: readonly string[],
  enabled: boolean,
): { runs: readonly Row[]; loading: boolean; error?: Error } {
  const results = useQueries({ queries: ids.map((id) => ({ ...objectQuery(project, id), enabled })) });
  const runs = results.map((result) => result.data).filter((row) => row !== undefined);

  const last = useRef<readonly Row[]>([]);
  if (runs.length !== last.current.length || runs.some((run, i) => run !== last.current[i])) last.current = runs;

  const error = results.find((result) => result.error && !(result.error instanceof Problem && result.error.status === 404))?.error;
  return { runs: last.current, loading: results.some((result) => result.isLoading), error: error ?? undefined };
}
