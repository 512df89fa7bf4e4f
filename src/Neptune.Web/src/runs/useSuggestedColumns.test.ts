import { expect, test } from 'vitest';
import type { FieldInfo } from '../api/types';
import { suggest } from './useSuggestedColumns';

const field = (path: string): FieldInfo => ({ path, types: ['float'], count: 1 });

test('Parameters and metrics that runs have are suggested, but not what every run records by itself', () => {
  const columns = suggest(
    ['sys/size', 'score', 'source_code/entrypoint', 'params/lr', 'model/params/depth', 'x', 'y'].map(field),
    ['monitoring/cpu', 'train/loss', 'val/loss', 'val/acc', 'val/auc'].map(field),
  );

  expect(columns.slice(5).map((column) => column.path)).toEqual([
    'params/lr',
    'model/params/depth',
    'score',
    'train/loss',
    'val/loss',
    'val/acc',
  ]);
});
