import type { Row } from '../api/types';

export interface Doomed {
  /** What has to be named to the server: a model takes its versions along. */
  named: Row[];
  /** The versions that go with their models. */
  along: Row[];
}

/** What goes when objects are deleted; `versions` are those of the models among them, in the trash or not. */
export function doomed(rows: readonly Row[], versions: readonly Row[]): Doomed {
  const models = new Set(rows.filter((row) => row.kind === 'model').map((row) => row.id));
  const goesAlong = (row: Row) => row.modelId !== undefined && models.has(row.modelId);
  return { named: rows.filter((row) => !goesAlong(row)), along: versions.filter(goesAlong) };
}
