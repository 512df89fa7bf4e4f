import { expect, test } from 'vitest';
import type { Row } from '../api/types';
import { sectionsOf } from './sections';

function run(key: number, ...paths: string[]): Row {
  const fields = paths.map((path) => ({ path, type: path === 'note' ? ('string' as const) : ('floatSeries' as const) }));
  return { id: `CLS-${key}`, key, fields } as Row;
}

test('There is a chart for each series that any run has, by namespace, monitoring last', () => {
  const runs = [run(1, 'monitoring/cpu', 'train/loss', 'layer/10/norm', 'layer/2/norm', 'note'), run(2, 'train/loss', 'lr')];

  const sections = sectionsOf(runs, () => true);

  expect(sections.map((section) => [section.name, section.charts.map((chart) => chart.path)])).toEqual([
    ['', ['lr']],
    ['layer', ['layer/2/norm', 'layer/10/norm']],
    ['train', ['train/loss']],
    ['monitoring', ['monitoring/cpu']],
  ]);
  expect(sections[2].charts[0].runs.map((one) => one.id)).toEqual(['CLS-1', 'CLS-2']);
});

test('The filter leaves out charts, and sections that are empty then', () => {
  expect(sectionsOf([run(1, 'a/x', 'b/y')], (path) => path.endsWith('y')).map((section) => section.name)).toEqual(['b']);
});
