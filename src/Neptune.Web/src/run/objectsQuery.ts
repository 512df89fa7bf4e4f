import { queryOptions } from '@tanstack/react-query';
import { postJson, projectPath } from '../api/client';
import { keys } from '../api/keys';
import type { Row, Search } from '../api/types';

const pageSize = 1_000;
/** Lists of so many are looked at in other ways than by reading them. */
const mostByDefault = 10_000;

export interface Objects {
  rows: Row[];
  /** There are older ones. */
  more: boolean;
}

/** Objects of a kind with some of their fields, newest first. */
export function objectsQuery(project: string, search: Search, columns: readonly string[], most = mostByDefault) {
  return queryOptions({
    queryKey: keys.project(project, 'objects', search, columns, most),
    queryFn: ({ signal }) => readAll(project, search, columns, most, signal),
  });
}

async function readAll(project: string, search: Search, columns: readonly string[], most: number, signal: AbortSignal): Promise<Objects> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page: { rows: Row[]; next?: string } = await postJson(
      projectPath(project, 'search'),
      { ...search, columns, limit: Math.min(pageSize, most - rows.length), cursor },
      signal,
    );
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < most);
  return { rows, more: cursor !== undefined };
}
