import { expect, test } from 'vitest';
import type { Field, Row } from '../api/types';
import { modelKey, versionNumber, versionsByModel } from './registry';
import { modelFileOf, usagesOf } from './usage';

const version = (id: string, ...fields: Field[]): Row =>
  ({ id, kind: 'modelVersion', modelId: id.slice(0, id.lastIndexOf('-')), fields }) as unknown as Row;
const stage = (value: string): Field => ({ path: 'sys/stage', type: 'string', value });
const zip: Field = { path: 'model/file', type: 'file', extension: 'zip', size: 5 };
const mlnet: Field = { path: 'model/mlnet_version', type: 'string', value: '5.0.1' };

test('Each model has its newest version and the newest in production', () => {
  const models = versionsByModel([
    version('CLS-A-3', stage('none')),
    version('CLS-B-1', stage('staging')),
    version('CLS-A-2', stage('production')),
    version('CLS-A-1', stage('production')),
  ]);

  expect(models.get('CLS-A')).toMatchObject({ count: 3, newest: { id: 'CLS-A-3' }, production: { id: 'CLS-A-2' } });
  expect(models.get('CLS-B')).toMatchObject({ count: 1, newest: { id: 'CLS-B-1' } });
});

test('Ids tell the key of the model and the number of the version', () => {
  expect(modelKey('CLS-FOREST')).toBe('FOREST');
  expect(versionNumber('CLS-FOREST-12')).toBe('12');
});

test('A model of ML.NET is loaded, shipped and downloaded', () => {
  expect(usagesOf('local/w2', version('W2-INCOME-1', stage('staging'), zip, mlnet)).map((usage) => usage.text)).toEqual([
    'using var version = ModelVersion.Init(new() { WithId = "W2-INCOME-1", Project = "local/w2", Mode = ConnectionMode.ReadOnly });\nvar model = version.LoadModel();',
    'using var version = ModelVersion.Init(new() { WithId = "W2-INCOME-1", Project = "local/w2", Mode = ConnectionMode.ReadOnly });\nversion["model/file"].Download();',
    '<NeptuneModelReference Include="INCOME" Version="1" Project="local/w2" />',
    '<NeptuneModelReference Include="INCOME" Stage="Staging" Project="local/w2" />',
  ]);
});

test('A model of another library is downloaded, and only what a build could ship is offered to builds', () => {
  const usages = usagesOf('local/w2', version('W2-NET-1', { path: 'weights', type: 'file', extension: 'onnx', size: 9 }));

  expect(usages.map((usage) => usage.language)).toEqual(['C#']);
  expect(usages[0].text).toContain('version["weights"].Download();');
});

test('A version without files has nothing to use', () => {
  expect(usagesOf('local/w2', version('W2-NET-1'))).toEqual([]);
});

test('The file of a model is where integrations put it, else the largest', () => {
  const big: Field = { path: 'big', type: 'file', size: 9 };

  expect(modelFileOf(version('A-B-1', big, zip))).toBe('model/file');
  expect(modelFileOf(version('A-B-1', { path: 'small', type: 'file', size: 1 }, big))).toBe('big');
});
