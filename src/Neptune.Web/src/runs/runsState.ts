import { setParam, type UrlCodec } from '../ui/urlState';
import { type Column, readColumn, writeColumn } from './columns';
import { readIds, writeIds } from './idList';

export type View = 'both' | 'table' | 'charts' | 'compare';
const views: readonly View[] = ['both', 'table', 'charts', 'compare'];

export interface RunsState {
  query: string;
  sortBy: string;
  ascending: boolean;
  /** Undefined: the columns that the project suggests. */
  columns?: readonly Column[];
  /** Runs whose eye is open; undefined: the first ones of the table. */
  chosen?: readonly string[];
  view: View;
  /** Width of the table beside the charts, in per cent. */
  split: number;
  /** Side by side: the run that the others are measured against, only what differs, a part of the path. */
  reference?: string;
  onlyDifferent: boolean;
  fieldFilter: string;
}

export const usualSort = 'sys/creation_time';
const usualSplit = 45;

export const runsState: UrlCodec<RunsState> = {
  read: (params) => {
    const view = params.get('view') as View;
    const split = Number(params.get('split'));
    const columns = params.getAll('c');
    const chosen = params.get('runs');
    return {
      query: params.get('q') ?? '',
      sortBy: params.get('sort') ?? usualSort,
      ascending: params.get('dir') === 'asc',
      columns: columns.length > 0 ? columns.filter((column) => column !== '').map(readColumn) : undefined,
      chosen: chosen === null ? undefined : readIds(chosen),
      view: views.includes(view) ? view : 'both',
      split: split >= 10 && split <= 90 ? split : usualSplit,
      reference: params.get('ref') ?? undefined,
      onlyDifferent: params.get('diff') === '1',
      fieldFilter: params.get('fields') ?? '',
    };
  },

  write: (state, params) => {
    setParam(params, 'q', state.query);
    setParam(params, 'sort', state.sortBy, usualSort);
    setParam(params, 'dir', state.ascending ? 'asc' : '');
    params.delete('c');
    // A table of no columns is a choice too: it is one empty parameter.
    for (const column of state.columns?.map(writeColumn) ?? []) params.append('c', column);
    if (state.columns?.length === 0) params.append('c', '');
    if (state.chosen) params.set('runs', writeIds(state.chosen));
    else params.delete('runs');
    setParam(params, 'view', state.view, 'both');
    setParam(params, 'split', String(Math.round(state.split)), String(usualSplit));
    setParam(params, 'ref', state.reference);
    setParam(params, 'diff', state.onlyDifferent ? '1' : '');
    setParam(params, 'fields', state.fieldFilter);
  },
};
