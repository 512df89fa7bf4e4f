import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fieldsQuery } from '../api/queries';
import type { FieldInfo, FieldType } from '../api/types';
import { baseColumns, type Column } from './columns';

const own = /^(sys|monitoring|source_code|neptune|integration)\//;
const each = 3;

/** Enough that monitoring does not hide all else. */
const most = 200;

/** The fields that most runs have, but for those that every run has by itself. */
export function suggest(values: readonly FieldInfo[], series: readonly FieldInfo[]): Column[] {
  const paths = (fields: readonly FieldInfo[]) => fields.map((field) => field.path).filter((path) => !own.test(path));
  // A file or a JSON text in the table tells nothing; parameters do, so they go first.
  const params = paths(values).sort((a, b) => Number(isParam(b)) - Number(isParam(a)));
  return [...baseColumns, ...[...params.slice(0, each), ...paths(series).slice(0, each)].map((path) => ({ path }))];
}

function isParam(path: string): boolean {
  return /(^|\/)(hyper)?param(eter)?s?\//i.test(path);
}

/** The columns of a table that nobody has arranged yet. They are asked for when `enabled`: the rows go first. */
export function useSuggestedColumns(project: string, enabled: boolean): readonly Column[] {
  const fields = (types: FieldType[]) => ({ ...fieldsQuery(project, 'run', '', types, most), placeholderData: undefined, enabled });
  const values = useQuery(fields(['int', 'float', 'string', 'bool']));
  const series = useQuery(fields(['floatSeries']));
  return useMemo(
    () => (values.data && series.data ? suggest(values.data.fields, series.data.fields) : baseColumns),
    [values.data, series.data],
  );
}
