import { queryOptions } from '@tanstack/react-query';
import { getJson, objectPath } from '../api/client';
import { keys } from '../api/keys';
import type { StringPoint } from '../api/types';

export interface StageChange {
  time: string;
  from: string;
  to: string;
  by: string;
  comment?: string;
}

const path = 'sys/stage_history';
const most = 1_000;

/** The changes of a version's stage, newest first. */
export function stageHistoryQuery(project: string, id: string) {
  return queryOptions({
    queryKey: keys.project(project, 'stageHistory', id),
    queryFn: async ({ signal }) => {
      const { points } = await getJson<{ points: StringPoint[] }>(
        objectPath(project, id, 'strings'),
        { path, tail: true, limit: most },
        signal,
      );
      return points.map(stageChange).reverse();
    },
    meta: { ids: [id] },
  });
}

/** Each change is a JSON text; one that is not, as other programs may write, is shown as it is. */
export function stageChange({ value, time }: StringPoint): StageChange {
  try {
    const change = JSON.parse(value) as Partial<StageChange> | null;
    if (typeof change?.to === 'string')
      return { time, from: change.from ?? '', to: change.to, by: change.by ?? '', comment: change.comment };
  } catch {
    // Not JSON: as it is.
  }
  return { time, from: '', to: '', by: '', comment: value };
}
