import { expect, test } from 'vitest';
import type { Row } from '../api/types';
import { doomed } from './doomed';

const row = (id: string, kind: Row['kind'], modelId?: string): Row => ({ id, kind, modelId, fields: [] }) as unknown as Row;

test('A model takes all of its versions along, in the trash or not', () => {
  const [run, model, version] = [row('A-1', 'run'), row('A-NET', 'model'), row('A-NET-1', 'modelVersion', 'A-NET')];
  const outside = row('A-NET-2', 'modelVersion', 'A-NET');
  const other = row('A-TREE-1', 'modelVersion', 'A-TREE');

  expect(doomed([run, model, version, other], [version, outside])).toEqual({ named: [run, model, other], along: [version, outside] });
});
