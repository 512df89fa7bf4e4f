/**
 * Keys of the query cache. Everything of a project begins with ["project", name], so that a change event finds it;
 * a query of a few objects names them in `meta.ids` and is left alone when others change.
 */
export const keys = {
  store: ['store'] as const,
  projects: ['projects'] as const,
  project: (project: string, ...rest: unknown[]) => ['project', project, ...rest] as const,
};

export interface LiveMeta extends Record<string, unknown> {
  /** The query is about these objects only. Without: about the whole project. */
  ids?: readonly string[];
  /** False: changes do not matter to it (what is fetched never changes). */
  live?: boolean;
}
