import type { Row } from '../api/types';
import type { ChartRun } from './lines';

export interface ChartOf {
  path: string;
  /** The runs that have the series, in the order of the list. */
  runs: readonly ChartRun[];
}

export interface Section {
  /** The first part of the paths, "" for paths of one part. */
  name: string;
  charts: readonly ChartOf[];
}

/** A chart for each path of a number series that any of the runs has, by namespace; monitoring comes last. */
export function sectionsOf(runs: readonly Row[], matches: (path: string) => boolean): Section[] {
  const charts = new Map<string, ChartRun[]>();
  for (const { id, key, fields } of runs)
    for (const { type, path } of fields) {
      if (type !== 'floatSeries' || !matches(path)) continue;
      const list = charts.get(path);
      if (list) list.push({ id, key });
      else charts.set(path, [{ id, key }]);
    }

  const sections = new Map<string, ChartOf[]>();
  for (const path of [...charts.keys()].sort(byName)) {
    const name = path.slice(0, Math.max(0, path.indexOf('/')));
    const chart = { path, runs: charts.get(path) ?? [] };
    const section = sections.get(name);
    if (section) section.push(chart);
    else sections.set(name, [chart]);
  }
  return [...sections]
    .map(([name, list]) => ({ name, charts: list }))
    .sort((a, b) => Number(isMonitoring(a.name)) - Number(isMonitoring(b.name)) || byName(a.name, b.name));
}

function isMonitoring(name: string): boolean {
  return name === 'monitoring';
}

const names = new Intl.Collator('en', { numeric: true });

/** layer/2 comes before layer/10. */
function byName(a: string, b: string): number {
  return names.compare(a, b);
}
