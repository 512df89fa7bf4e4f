import { expect, test } from 'vitest';
import type { Field } from '../../api/types';
import { processesOf } from './processes';

test('Single values below monitoring belong to their process', () => {
  const fields: Field[] = [
    { path: 'monitoring/a1/environment/os', type: 'string', value: 'Debian' },
    { path: 'monitoring/a1/pid', type: 'int', value: 7 },
    { path: 'monitoring/a1/cpu', type: 'floatSeries', count: 1 },
    { path: 'monitoring/b2/pid', type: 'int', value: 8 },
    { path: 'monitoring/x', type: 'int', value: 1 },
    { path: 'params/monitoring/pid', type: 'int', value: 9 },
  ];

  expect(processesOf(fields).map(({ path, facts }) => [path, facts.map((fact) => fact.label)])).toEqual([
    ['monitoring/a1', ['os', 'pid']],
    ['monitoring/b2', ['pid']],
  ]);
});
