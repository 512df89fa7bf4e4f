import { postJson, projectPath } from '../api/client';
import type { Row } from '../api/types';
import { csvLine, download } from '../ui/download';
import { exactText, fieldOf } from '../ui/fields';
import { type Column, columnTitle } from './columns';

const mostKeys = 1_000;

/** Rows by their keys, in that order; those that are gone are left out. */
export async function fetchRows(project: string, keys: readonly number[], columns: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < keys.length; at += mostKeys) {
    const part = keys.slice(at, at + mostKeys);
    rows.push(...(await postJson<{ rows: Row[] }>(projectPath(project, 'rows'), { keys: part, columns })).rows);
  }
  return rows;
}

export function tableCsv(rows: readonly Row[], columns: readonly Column[]): string {
  const head = csvLine(['Id', ...columns.map((column) => (column.aggregate ? columnTitle(column) : column.path))]);
  return (
    head + rows.map((row) => csvLine([row.id, ...columns.map((column) => exactText(fieldOf(row, column.path), column.aggregate))])).join('')
  );
}

export async function saveCsv(project: string, keys: readonly number[], columns: readonly Column[]): Promise<void> {
  const rows = await fetchRows(
    project,
    keys,
    columns.map((column) => column.path),
  );
  download(`${project.replaceAll('/', '-')}-runs.csv`, new Blob([tableCsv(rows, columns)], { type: 'text/csv' }));
}
