import { queryOptions } from '@tanstack/react-query';
import { postJson, projectPath } from '../api/client';
import { keys } from '../api/keys';
import type { Row, Search, Stage } from '../api/types';
import { textOf } from '../run/object';
import { mainMetrics } from '../run/overview/metrics';

export const stages: readonly Stage[] = ['none', 'staging', 'production', 'archived'];

export function stageOf(row: Row): Stage {
  const stage = textOf(row, 'sys/stage') as Stage;
  return stages.includes(stage) ? stage : 'none';
}

/** "production" as programs write it: `ModelStage.Production`. */
export function stageName(stage: Stage): string {
  return stage[0].toUpperCase() + stage.slice(1);
}

/** What a version is called within its model: "3" of CLS-FOREST-3. */
export function versionNumber(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

/** The key that programs know a model by: FOREST of CLS-FOREST. */
export function modelKey(id: string): string {
  return id.slice(id.indexOf('-') + 1);
}

/** The newest versions of a model with all their fields: enough to tell which metrics its versions have. */
export function newestVersionsQuery(project: string, model: string) {
  return queryOptions({
    queryKey: keys.project(project, 'newestVersions', model),
    queryFn: async ({ signal }) => {
      const search: Search & { limit: number } = { kind: 'modelVersion', model, limit: 20 };
      return (await postJson<{ rows: Row[] }>(projectPath(project, 'search'), search, signal)).rows;
    },
  });
}

const mostColumns = 12;

/** The paths of the metrics by which versions are compared, the most telling first. */
export function metricColumns(versions: readonly Row[]): string[] {
  const fields = new Map(versions.flatMap((version) => version.fields.map((field) => [field.path, field])));
  return mainMetrics([...fields.values()])
    .slice(0, mostColumns)
    .map(({ path }) => path);
}

export interface VersionsOf {
  count: number;
  newest?: Row;
  /** The newest in production. */
  production?: Row;
}

/** What the table of models says of the versions of each; `versions` are newest first. */
export function versionsByModel(versions: readonly Row[]): Map<string, VersionsOf> {
  const models = new Map<string, VersionsOf>();
  for (const version of versions) {
    if (version.modelId === undefined) continue;
    const model = models.get(version.modelId) ?? { count: 0 };
    models.set(version.modelId, model);
    model.count++;
    model.newest ??= version;
    if (stageOf(version) === 'production') model.production ??= version;
  }
  return models;
}
