import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { getJson, objectPath } from '../../api/client';
import { keys } from '../../api/keys';
import type { StringPoint } from '../../api/types';
import { joinAfter, joinBefore, type LogWindow } from './logWindow';

export interface LogSource {
  project: string;
  id: string;
  path: string;
  /** Where one reads: at a step, or at an end. */
  at: number | 'start' | 'end';
  /** Only lines with this text. */
  search: string;
}

interface Page {
  points: StringPoint[];
  more: boolean;
}

const pageSize = 1_000;
/** Lines above the one that a link leads to. */
const above = 200;

function readPage(
  { project, id, path, search }: LogSource,
  part: { after?: number; before?: number; tail?: boolean; limit?: number },
  signal?: AbortSignal,
) {
  return getJson<Page>(objectPath(project, id, 'strings'), { path, search: search || undefined, limit: pageSize, ...part }, signal);
}

/** What is shown first; the rest is joined to it as one scrolls, and as it is logged. */
function logQuery(source: LogSource) {
  const { project, id, path, at, search } = source;
  return queryOptions({
    queryKey: keys.project(project, 'log', id, path, at, search),
    queryFn: async ({ signal }): Promise<LogWindow> => {
      if (at === 'start') {
        const { points, more } = await readPage(source, {}, signal);
        return { points, moreBefore: false, moreAfter: more };
      }
      if (at === 'end') {
        const { points, more } = await readPage(source, { tail: true }, signal);
        return { points, moreBefore: more, moreAfter: false };
      }
      const before = await readPage(source, { before: at, limit: above }, signal);
      const after = await readPage(source, { after: before.points.at(-1)?.step as number | undefined }, signal);
      return { points: [...before.points, ...after.points], moreBefore: before.more, moreAfter: after.more };
    },
    meta: { live: false },
    staleTime: Number.POSITIVE_INFINITY,
    // Of a log that is looked at again later, the end is wanted and not what was the end.
    gcTime: 0,
  });
}

export function useLog(source: LogSource) {
  const client = useQueryClient();
  const query = useQuery(logQuery(source));
  const busy = useRef(new Set<string>());
  const [fault, setFault] = useState<unknown>();

  /** Joins what comes before, or after, what is there. */
  const extend = useCallback(
    async (where: 'before' | 'after') => {
      const { queryKey } = logQuery(source);
      const window = client.getQueryData(queryKey);
      if (!window || busy.current.has(where)) return;
      busy.current.add(where);
      try {
        const end = window.points.at(where === 'before' ? 0 : -1)?.step as number | undefined;
        const { points, more } = await readPage(source, { [where]: end });
        client.setQueryData(queryKey, (old) => old && (where === 'before' ? joinBefore : joinAfter)(old, points, more));
        setFault(undefined);
      } catch (error) {
        setFault(error);
      } finally {
        busy.current.delete(where);
      }
    },
    [client, source],
  );

  return { window: query.data, error: query.error ?? fault, refetch: query.refetch, extend };
}
